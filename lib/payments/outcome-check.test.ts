import { describe, expect, it } from "vitest";
import { amountMinor } from "@/lib/core/money";
import { nextAttemptStatus, outcomeDoubt } from "@/lib/payments/outcome-check";
import { PAYMENT_ATTEMPT_STATUSES } from "@/lib/payments/payment";
import type { PaymentOutcome } from "@/lib/payments/payment-gateway";

const asked = {
  attemptId: "a",
  organizationId: "o",
  amountMinor: 3596,
  currency: "EUR",
  providerPaymentIntentId: "pi_1",
  providerCustomerIds: ["cus_1"],
};
const answer: PaymentOutcome = {
  status: "succeeded",
  providerPaymentIntentId: "pi_1",
  providerCustomerId: "cus_1",
  amountMinor: amountMinor(3596),
  currency: "EUR",
  reference: { attemptId: "a", organizationId: "o" },
};

describe("outcomeDoubt", () => {
  it("believes an answer about this payment, to the cent", () => {
    expect(outcomeDoubt(asked, answer)).toBeNull();
    expect(outcomeDoubt({ ...asked, providerPaymentIntentId: null }, answer)).toBeNull();
    expect(outcomeDoubt(asked, { status: "unknown" })).toBeNull();
  });

  it.each<[Partial<PaymentOutcome>, string]>([
    [{ amountMinor: amountMinor(3597) }, "amount_mismatch"],
    [{ currency: "USD" }, "currency_mismatch"],
    [{ providerCustomerId: "cus_2" }, "customer_mismatch"],
    [{ reference: { attemptId: "b" } }, "reference_mismatch"],
    [{ reference: { organizationId: "p" } }, "reference_mismatch"],
    [{ providerPaymentIntentId: "pi_2" }, "reference_mismatch"],
  ])("doubts %j as %s", (change, doubt) => {
    expect(outcomeDoubt(asked, { ...answer, ...change })).toBe(doubt);
  });

  it("doubts money without an amount", () => {
    expect(outcomeDoubt(asked, { status: "succeeded" })).toBe("amount_mismatch");
  });
});

describe("nextAttemptStatus", () => {
  const of = (
    status: (typeof PAYMENT_ATTEMPT_STATUSES)[number],
    outcome: PaymentOutcome["status"],
    awaitsCard = false,
  ) => nextAttemptStatus({ status, awaitsCard }, { status: outcome });

  it("lets money that arrived stand, and nothing undo it", () => {
    for (const status of PAYMENT_ATTEMPT_STATUSES) {
      expect(of(status, "succeeded")).toBe(status === "succeeded" ? null : "succeeded");
      if (status === "succeeded") expect(of(status, "failed")).toBeNull();
    }
  });

  it("leaves what is over alone", () => {
    for (const outcome of ["failed", "processing", "requires_action", "canceled", "unknown"] as const) {
      expect(of("failed", outcome)).toBeNull();
      expect(of("canceled", outcome)).toBeNull();
    }
  });

  it("knows no less after an answer that says nothing", () => {
    expect(of("pending", "unknown")).toBe("unknown");
    expect(of("processing", "unknown")).toBeNull();
    expect(of("requires_action", "unknown")).toBeNull();
  });

  it("lets a payer whose card was refused on the page try another", () => {
    expect(of("requires_action", "failed", true)).toBe("requires_action");
    expect(of("requires_action", "failed")).toBe("failed");
  });
});
