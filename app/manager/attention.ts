import { isTerminal } from "@/lib/billing/subscription";
import type { BillingAttention, UnpaidInvoice } from "@/lib/billing/queries/billing-attention";
import type { EntitlementBehaviour } from "@/lib/catalog/entitlement";
import { addDays, type CalendarDate, daysBetween } from "@/lib/core/calendar";
import { type Currency, currencyOf } from "@/lib/core/currency";
import { decimal } from "@/lib/core/decimal";
import { type AmountMinor, sumMinor } from "@/lib/core/money";
import type { MeasuredMetric } from "@/lib/usage/measured-metric";
import type { MeasuredLimit } from "@/lib/usage/queries/measured-limits";

type Debt = { invoiceId: string; number: string; amountMinor: AmountMinor; currency: Currency };

/** Something of the organization that someone of its own should look at. `lit` ones ring the bell. */
export type Attention = { lit: boolean } & (
  | ({ kind: "payment_failed" | "payment_confirm" | "payment_overdue" } & Debt)
  | { kind: "first_payment" | "read_only" | "no_plan" }
  | { kind: "trial_ending"; days: number; lastDay: CalendarDate; hasPaymentMethod: boolean }
  | {
      kind: "over_limit" | "at_limit";
      metric: MeasuredMetric;
      used: string;
      limit: string;
      behaviour: EntitlementBehaviour;
      planName: string;
    }
);

/** All charges the bank refused, as one sum; null unless there are several in one currency. */
export function refusedTogether(
  items: readonly Attention[],
): { count: number; amountMinor: AmountMinor; currency: Currency } | null {
  const refused = items.flatMap((item) => (item.kind === "payment_failed" ? [item] : []));
  const [first] = refused;
  if (!first || refused.length < 2 || refused.some((item) => item.currency !== first.currency)) return null;
  const amountMinor = sumMinor(refused.map((item) => item.amountMinor));
  return { count: refused.length, amountMinor, currency: first.currency };
}

/** How many days before its end a trial is worth a word. */
const TRIAL_NOTICE_DAYS = 7;

/** What needs a person, the most pressing first: debts, the plan itself, then limits. `billing` is null for those who may not see it. */
export function attentionOf(facts: {
  billing: BillingAttention | null;
  limits: readonly MeasuredLimit[];
  today: CalendarDate;
}): Attention[] {
  const { billing, limits, today } = facts;
  const debts = (billing?.unpaid ?? []).flatMap((invoice) => debtOf(invoice, today));
  const plan = billing ? planAttention(billing, today) : [];
  const full = limits.flatMap((limit) => limitAttention(limit));
  return [...debts, ...plan, ...(billing ? full : full.flatMap((item) => withoutMoney(item)))];
}

/** Those who may not see billing learn what stops them, and are not asked to mend it. */
function withoutMoney(item: Attention): Attention[] {
  return "behaviour" in item && item.behaviour === "hard" ? [{ ...item, lit: false }] : [];
}

function debtOf(invoice: UnpaidInvoice, today: CalendarDate): Attention[] {
  const kind = debtKind(invoice, today);
  if (kind === null) return [];
  const { id, number, dueMinor, currency } = invoice;
  return [{ kind, lit: true, invoiceId: id, number, amountMinor: dueMinor, currency: currencyOf(currency) }];
}

/** An invoice that is only just on its way to the bank needs nobody. */
function debtKind({ lastAttempt, dueDate }: UnpaidInvoice, today: CalendarDate) {
  if (lastAttempt === "requires_action") return "payment_confirm";
  if (lastAttempt === "failed" || lastAttempt === "canceled") return "payment_failed";
  return dueDate !== null && dueDate < today ? "payment_overdue" : null;
}

function planAttention({ subscription, hasPaymentMethod }: BillingAttention, today: CalendarDate): Attention[] {
  if (!subscription) return [];
  const { status, trialEnd } = subscription;
  if (isTerminal(status)) return [{ kind: "no_plan", lit: true }];
  if (status === "incomplete") return [{ kind: "first_payment", lit: true }];
  if (status === "unpaid" || status === "paused") return [{ kind: "read_only", lit: true }];
  if (status !== "trialing" || trialEnd === null) return [];

  const days = daysBetween(today, trialEnd);
  if (days > TRIAL_NOTICE_DAYS) return [];
  return [{ kind: "trial_ending", lit: !hasPaymentMethod, days, lastDay: addDays(trialEnd, -1), hasPaymentMethod }];
}

function limitAttention({ limit, used, ...rest }: MeasuredLimit): Attention[] {
  if (limit === null || rest.planName === "" || decimal(limit).isZero()) return [];
  if (decimal(used).greaterThan(limit)) return [{ kind: "over_limit", lit: true, used, limit, ...rest }];
  const full = rest.behaviour === "hard" && decimal(used).equals(limit);
  return full ? [{ kind: "at_limit", lit: false, used, limit, ...rest }] : [];
}
