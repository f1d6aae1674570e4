import { currencyOf } from "@/lib/core/currency";
import { formatInstant, formatMoney } from "@/lib/core/format";
import type { Locale } from "@/lib/core/locale";
import { amountMinor } from "@/lib/core/money";

type Told = {
  locale: Locale;
  timeZone: string;
  /** A status in words; null for what is none. */
  status: (code: string) => string | null;
  /** A reason in words, or as it stands. */
  reason: (code: string) => string;
};

/** Facts that are words as they stand, the most telling first. */
const PLAIN = ["invoiceNumber", "number", "name", "title", "label", "plan", "declineCode", "topic", "error", "comment"];

const INSTANT = /^\d{4}-\d{2}-\d{2}T[\d:.]+Z$/;

/** What is worth reading of an event's detail, in a few words each. */
export function auditFacts(detail: Record<string, unknown>, told: Told): string[] {
  const plain = PLAIN.map((key) => text(detail[key]));
  const { brand, last4 } = detail;
  const card = text(brand) && text(last4) ? `${String(brand)} ${String(last4)}` : null;
  const reason = text(detail["reason"]);
  const facts = [
    ...plain,
    card,
    reason === null ? null : told.reason(reason),
    amountIn(detail, told),
    wayIn(detail, told),
  ];
  return facts.filter((fact) => fact !== null);
}

function text(value: unknown): string | null {
  return typeof value === "string" && value !== "" ? value : null;
}

/** The money a detail tells of. */
function amountIn(detail: Record<string, unknown>, { locale }: Told): string | null {
  const amount = detail["amountMinor"] ?? detail["totalMinor"];
  const currency = text(detail["currency"]);
  return typeof amount === "number" && currency !== null
    ? formatMoney(amountMinor(amount), currencyOf(currency), locale)
    : null;
}

/** From one status to another, or where a clock was sent. */
function wayIn(detail: Record<string, unknown>, told: Told): string | null {
  const [from, to] = [text(detail["from"]), text(detail["to"])];
  if (to !== null && INSTANT.test(to)) return formatInstant(new Date(to), told.timeZone, told.locale);
  if (from === null || to === null || from === to) return null;
  const [before, after] = [told.status(from), told.status(to)];
  return before === null || after === null ? null : `${before} › ${after}`;
}
