import { describe, expect, it } from "vitest";

import type { BillingAttention, UnpaidInvoice } from "@/lib/billing/queries/billing-attention";
import { calendarDate } from "@/lib/core/calendar";
import { amountMinor } from "@/lib/core/money";
import type { MeasuredLimit } from "@/lib/usage/queries/measured-limits";
import { attentionOf, refusedTogether } from "./attention";

const today = calendarDate("2026-11-21");

const invoice = (over: Partial<UnpaidInvoice>): UnpaidInvoice => ({
  id: "i",
  number: "NC-2026-000001",
  currency: "EUR",
  dueMinor: amountMinor(3596),
  dueDate: calendarDate("2026-12-01"),
  lastAttempt: null,
  ...over,
});

const subscription = (over: Partial<NonNullable<BillingAttention["subscription"]>>) =>
  ({ status: "active", trialEnd: null, ...over }) as NonNullable<BillingAttention["subscription"]>;

const billing = (over: Partial<BillingAttention>): BillingAttention => ({
  subscription: subscription({}),
  unpaid: [],
  hasPaymentMethod: true,
  ...over,
});

const limit = (over: Partial<MeasuredLimit>): MeasuredLimit => ({
  metric: "apartments",
  used: "10",
  limit: "50",
  behaviour: "overage",
  planName: "Starter",
  ...over,
});

const kinds = (facts: Partial<Parameters<typeof attentionOf>[0]>) =>
  attentionOf({ billing: billing({}), limits: [], today, ...facts }).map(({ kind, lit }) => `${kind}${lit ? "*" : ""}`);

describe("attentionOf", () => {
  it("asks for a payment only when one was refused, waits for the payer, or is late", () => {
    const of = (over: Partial<UnpaidInvoice>) => kinds({ billing: billing({ unpaid: [invoice(over)] }) });
    expect(of({})).toEqual([]);
    expect(of({ lastAttempt: "processing" })).toEqual([]);
    expect(of({ lastAttempt: "failed" })).toEqual(["payment_failed*"]);
    expect(of({ lastAttempt: "requires_action" })).toEqual(["payment_confirm*"]);
    expect(of({ dueDate: today })).toEqual([]);
    expect(of({ dueDate: calendarDate("2026-11-20") })).toEqual(["payment_overdue*"]);
  });

  it("rings for a trial that ends within a week without a card", () => {
    const trial = (trialEnd: string, hasPaymentMethod: boolean) =>
      kinds({
        billing: billing({
          subscription: subscription({ status: "trialing", trialEnd: calendarDate(trialEnd) }),
          hasPaymentMethod,
        }),
      });
    expect(trial("2026-11-29", false)).toEqual([]);
    expect(trial("2026-11-28", false)).toEqual(["trial_ending*"]);
    expect(trial("2026-11-28", true)).toEqual(["trial_ending"]);
  });

  it("says what a plan that does not run means", () => {
    const plan = (status: NonNullable<BillingAttention["subscription"]>["status"]) =>
      kinds({ billing: billing({ subscription: subscription({ status }) }) });
    expect(plan("incomplete")).toEqual(["first_payment*"]);
    expect(plan("unpaid")).toEqual(["read_only*"]);
    expect(plan("canceled")).toEqual(["no_plan*"]);
    expect(kinds({ billing: billing({ subscription: null }) })).toEqual([]);
  });

  it("rings above a limit, mentions a hard one that is full, and leaves money out for those who may not see it", () => {
    const limits = [
      limit({ used: "51" }),
      limit({ metric: "buildings", used: "5", limit: "5", behaviour: "hard" }),
      limit({ metric: "users", used: "50", limit: "50" }),
      limit({ metric: "storage_gb", limit: null, used: "900" }),
    ];
    expect(kinds({ limits })).toEqual(["over_limit*", "at_limit"]);
    expect(kinds({ limits, billing: null })).toEqual(["at_limit"]);
  });
});

describe("refusedTogether", () => {
  it("sums several refused charges of one currency", () => {
    const items = (currencies: string[]) =>
      attentionOf({
        billing: billing({
          unpaid: currencies.map((currency, at) => invoice({ id: `${at}`, currency, lastAttempt: "failed" })),
        }),
        limits: [],
        today,
      });
    expect(refusedTogether(items(["EUR", "EUR"]))).toEqual({ count: 2, amountMinor: 7192, currency: "EUR" });
    expect(refusedTogether(items(["EUR", "USD"]))).toBeNull();
    expect(refusedTogether(items(["EUR"]))).toBeNull();
  });
});
