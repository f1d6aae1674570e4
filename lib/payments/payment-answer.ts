import { assertNever } from "@/lib/core/assert";
import type { DeclineMessageKey } from "@/lib/payments/decline-code";
import type { PaymentResult } from "@/lib/payments/payment-result";

/**
 * What a page does next with a payment, or with a card being saved. done · processing: the provider has not said yet ·
 * confirm: the payer goes to their bank at `url` · refused: `messageKey` says why · reopen: it was given up, a new one is
 * needed.
 */
export type PaymentAnswer = {
  status: "done" | "processing" | "confirm" | "refused" | "reopen";
  /** A key under `decline` in the payments messages. */
  messageKey: DeclineMessageKey | null;
  url: string | null;
};

/** The answer of a payment's result. A refusal that leaves the payment open for another card is a refusal all the same. */
export function paymentAnswer(result: PaymentResult): PaymentAnswer {
  const { status, messageKey, nextActionUrl } = result;
  switch (status) {
    case "paid":
      return { status: "done", messageKey: null, url: null };
    case "processing":
      return { status: "processing", messageKey: null, url: null };
    case "declined":
      return { status: "refused", messageKey: messageKey ?? "generic", url: null };
    case "canceled":
      return { status: "reopen", messageKey: null, url: null };
    case "requires_action":
      if (messageKey !== null) return { status: "refused", messageKey, url: null };
      return { status: nextActionUrl === null ? "reopen" : "confirm", messageKey: null, url: nextActionUrl };
    default:
      return assertNever(status);
  }
}
