import "server-only";
import Stripe from "stripe";
import { env } from "@/lib/platform/env";

/** The version the SDK's types describe; pinned so that an account's upgrade never changes an answer's shape. */
const STRIPE_API_VERSION = "2026-10-28.endive";

/** After this an answer is `unknown`. */
const TIMEOUT_MS = 10_000;

/** The official SDK, pointed at the base of the settings: api.stripe.com, or the sandbox. Sends no telemetry. */
export function createStripeClient(settings: {
  secretKey: string;
  apiBase: string | undefined;
  timeoutMs?: number;
}): Stripe {
  const base = settings.apiBase === undefined ? undefined : new URL(settings.apiBase);
  return new Stripe(settings.secretKey, {
    apiVersion: STRIPE_API_VERSION,
    timeout: settings.timeoutMs ?? TIMEOUT_MS,
    maxNetworkRetries: 1,
    telemetry: false,
    ...(base ? addressOf(base) : {}),
  });
}

function addressOf(base: URL): { host: string; port: number; protocol: "http" | "https" } {
  const protocol = base.protocol === "http:" ? "http" : "https";
  return {
    host: base.hostname,
    port: base.port === "" ? (protocol === "http" ? 80 : 443) : Number(base.port),
    protocol,
  };
}

/** One client a process, by the settings. */
const shared = globalThis as typeof globalThis & { newConciergeStripe?: Stripe };

export function stripeClient(): Stripe {
  shared.newConciergeStripe ??= createStripeClient({
    secretKey: env().STRIPE_SECRET_KEY,
    apiBase: env().STRIPE_API_BASE,
  });
  return shared.newConciergeStripe;
}
