import { expect, test } from "vitest";
import { attemptDecline, lastDecline } from "@/lib/payments/last-decline";
import { paymentAnswer } from "@/lib/payments/payment-answer";
import type { PaymentResult } from "@/lib/payments/payment-result";

const result = (over: Partial<PaymentResult>): PaymentResult => ({
  status: "paid",
  attemptId: "a",
  invoiceId: "i",
  messageKey: null,
  clientSecret: null,
  nextActionUrl: null,
  ...over,
});

test.each([
  [{ status: "paid" }, { status: "done", messageKey: null, url: null }],
  [{ status: "processing" }, { status: "processing", messageKey: null, url: null }],
  [
    { status: "declined", messageKey: "expired_card" },
    { status: "refused", messageKey: "expired_card", url: null },
  ],
  [{ status: "declined" }, { status: "refused", messageKey: "generic", url: null }],
  [{ status: "canceled" }, { status: "reopen", messageKey: null, url: null }],
  [
    { status: "requires_action", nextActionUrl: "https://bank.example" },
    { status: "confirm", messageKey: null, url: "https://bank.example" },
  ],
  [
    { status: "requires_action", messageKey: "insufficient_funds", nextActionUrl: "https://bank.example" },
    { status: "refused", messageKey: "insufficient_funds", url: null },
  ],
  [{ status: "requires_action" }, { status: "reopen", messageKey: null, url: null }],
] as [Partial<PaymentResult>, unknown][])("%o", (over, answer) => {
  expect(paymentAnswer(result(over))).toEqual(answer);
});

const attempt = (status: Parameters<typeof attemptDecline>[0]["status"], failureCode: string | null = null) => ({
  status,
  failureCode,
  declineCode: null,
});

test("the last attempt that says something tells why it was refused", () => {
  expect(lastDecline([])).toBeNull();
  expect(lastDecline([attempt("failed", "expired_card"), attempt("canceled")])).toBe("expired_card");
  expect(lastDecline([attempt("failed", "expired_card"), attempt("succeeded")])).toBeNull();
  expect(lastDecline([attempt("requires_action", "card_declined")])).toBe("generic");
  expect(lastDecline([attempt("requires_action")])).toBeNull();
  expect(attemptDecline(attempt("processing", "card_declined"))).toBeNull();
});
