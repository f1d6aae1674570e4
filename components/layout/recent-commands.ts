import type { Command } from "./commands";

const KEY = "nc-recent";
const KEPT = 5;

/** The last places chosen in the command menu, newest first. Empty where the browser keeps nothing. */
export function readRecent(): Command[] {
  try {
    const stored: unknown = JSON.parse(localStorage.getItem(KEY) ?? "[]");
    return Array.isArray(stored) ? stored.filter(isCommand).slice(0, KEPT) : [];
  } catch {
    return [];
  }
}

export function rememberRecent(command: Command): void {
  const { icon: _drawn, ...kept } = command;
  const rest = readRecent().filter((known) => known.href !== command.href);
  try {
    localStorage.setItem(KEY, JSON.stringify([kept, ...rest].slice(0, KEPT)));
  } catch {
    return;
  }
}

function isCommand(value: unknown): value is Command {
  if (typeof value !== "object" || value === null) return false;
  const { href, label, group } = value as Record<string, unknown>;
  return typeof href === "string" && href.startsWith("/") && typeof label === "string" && typeof group === "string";
}
