import { expect, test } from "vitest";

import {
  accessOf,
  closesCycles,
  isTerminal,
  nextStatus,
  SUBSCRIPTION_EVENTS,
  SUBSCRIPTION_STATUSES,
  type SubscriptionEvent,
  type SubscriptionStatus,
} from "@/lib/billing/subscription";
import { isAppError } from "@/lib/core/errors";

const STEPS: [SubscriptionStatus, SubscriptionEvent, SubscriptionStatus][] = [
  ["incomplete", "first_payment_succeeded", "active"],
  ["incomplete", "first_payment_expired", "expired"],
  ["incomplete", "payment_failed", "incomplete"],
  ["incomplete", "cancel", "expired"],
  ["trialing", "trial_converted", "active"],
  ["trialing", "trial_ended_without_method", "paused"],
  ["trialing", "payment_succeeded", "trialing"],
  ["trialing", "payment_failed", "trialing"],
  ["trialing", "cancel", "canceled"],
  ["active", "payment_succeeded", "active"],
  ["active", "payment_failed", "past_due"],
  ["active", "pause", "paused"],
  ["active", "cancel", "canceled"],
  ["past_due", "payment_succeeded", "active"],
  ["past_due", "payment_failed", "past_due"],
  ["past_due", "retries_exhausted", "unpaid"],
  ["past_due", "cancel", "canceled"],
  ["unpaid", "payment_succeeded", "active"],
  ["unpaid", "payment_failed", "unpaid"],
  ["unpaid", "cancel", "canceled"],
  ["paused", "resume", "active"],
  ["paused", "payment_succeeded", "paused"],
  ["paused", "payment_failed", "paused"],
  ["paused", "cancel", "canceled"],
  ["canceled", "payment_succeeded", "canceled"],
  ["canceled", "payment_failed", "canceled"],
  ["expired", "first_payment_succeeded", "active"],
];

const everyPair = SUBSCRIPTION_STATUSES.flatMap((status) =>
  SUBSCRIPTION_EVENTS.map((event) => [status, event] as const),
);

test.each(everyPair)("%s with %s goes where it should, or is refused", (status, event) => {
  const step = STEPS.find(([from, on]) => from === status && on === event);
  if (step) expect(nextStatus(status, event)).toBe(step[2]);
  else {
    expect(() => nextStatus(status, event)).toThrow(
      expect.toSatisfy((error: unknown) => isAppError(error, "illegal_transition")),
    );
  }
});

test("past due keeps full access and closes its cycles; unpaid reads only and closes none", () => {
  expect(SUBSCRIPTION_STATUSES.filter(closesCycles)).toEqual(["trialing", "active", "past_due"]);
  expect(SUBSCRIPTION_STATUSES.filter((status) => accessOf(status) === "full")).toEqual([
    "trialing",
    "active",
    "past_due",
  ]);
  expect(SUBSCRIPTION_STATUSES.filter((status) => accessOf(status) === "read_only")).toEqual(["unpaid", "paused"]);
  expect(SUBSCRIPTION_STATUSES.filter(isTerminal)).toEqual(["canceled", "expired"]);
});
