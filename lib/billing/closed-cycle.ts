import type { BillingPeriod } from "@/lib/billing/billing-period";
import type { CycleResult } from "@/lib/billing/rate-cycle";
import { nextStatus, type SubscriptionStatus } from "@/lib/billing/subscription";
import type { CalendarDate } from "@/lib/core/calendar";

/** What becomes of a subscription whose period has ended. */
export type ClosedCycle = {
  status: SubscriptionStatus;
  /** The period that opens; of no length and kind `final` when the subscription ends here; null when it pauses. */
  opens: (Omit<BillingPeriod, "kind"> & { kind: "trial" | "regular" | "final" }) | null;
  bills: boolean;
};

/**
 * Decides the step after a boundary: a trial converts when it can be paid for (or costs nothing) and pauses otherwise;
 * a subscription cancelled at its period's end is closed with what it still owes; anything else goes on.
 */
export function closedCycle(given: {
  status: SubscriptionStatus;
  sequence: number;
  boundary: CalendarDate;
  canPay: boolean;
  result: Pick<CycleResult, "nextPeriod">;
}): ClosedCycle {
  const { status, sequence, boundary, result } = given;
  if (result.nextPeriod === null) {
    const final = { sequence: sequence + 1, period: { start: boundary, end: boundary }, kind: "final" as const };
    return { status: nextStatus(status, "cancel"), opens: final, bills: true };
  }
  if (status !== "trialing") return { status, opens: result.nextPeriod, bills: true };
  if (given.canPay) return { status: nextStatus(status, "trial_converted"), opens: result.nextPeriod, bills: true };
  return { status: nextStatus(status, "trial_ended_without_method"), opens: null, bills: false };
}
