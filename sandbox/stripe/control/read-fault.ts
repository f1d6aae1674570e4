import { invalidRequest } from "@/sandbox/stripe/api-error";
import { FAULT_MODES, type NewFault } from "@/sandbox/stripe/faults";

/** How long a call hangs or waits when the fault does not say. */
const DEFAULT_DELAY_MS = { error_500: 0, charge_then_500: 0, charge_then_hang: 60_000, delay: 1_000 };

/** Reads `{ match: { method, path }, mode, times, delay_ms }`; `*` in the path stands for anything. */
export function readFault(body: Record<string, unknown>): NewFault {
  const mode = FAULT_MODES.find((candidate) => candidate === body["mode"]);
  if (mode === undefined) {
    throw invalidRequest(`Invalid mode: must be one of ${FAULT_MODES.join(", ")}`, { param: "mode" });
  }
  const match = (body["match"] ?? {}) as Record<string, unknown>;
  const path = optionalString(match["path"], "match.path");

  return {
    mode,
    method: optionalString(match["method"], "match.method")?.toUpperCase() ?? null,
    path: path?.replaceAll("_", String.raw`\_`).replaceAll("*", "%") ?? null,
    times: wholeNumber(body["times"] ?? 1, "times"),
    delayMs: wholeNumber(body["delay_ms"] ?? DEFAULT_DELAY_MS[mode], "delay_ms"),
  };
}

function optionalString(value: unknown, param: string): string | null {
  if (value === undefined || value === null) return null;
  if (typeof value !== "string") throw invalidRequest(`${param} must be a string.`, { param });

  return value;
}

function wholeNumber(value: unknown, param: string): number {
  if (typeof value !== "number" || !Number.isInteger(value) || value < 0 || value > 1_000_000) {
    throw invalidRequest(`Invalid integer: ${String(value)}`, { param, code: "parameter_invalid_integer" });
  }

  return value;
}
