import type { PaymentDecline } from "@/lib/payments/payment-gateway";

/** The sentences a payer can be told; each is a key under `decline` in the payments messages. */
export const DECLINE_MESSAGE_KEYS = [
  "generic",
  "insufficient_funds",
  "expired_card",
  "incorrect_cvc",
  "incorrect_number",
  "lost_or_stolen",
  "limit_exceeded",
  "not_supported",
  "currency_not_supported",
  "authentication_required",
  "processing_error",
  "no_payment_method",
  "method_unavailable",
] as const;

export type DeclineMessageKey = (typeof DECLINE_MESSAGE_KEYS)[number];

/** `hard`: the same card will not work later, so it is not tried again; the payer is asked for another one. */
export type DeclineExplanation = { hard: boolean; messageKey: DeclineMessageKey };

const hard = (messageKey: DeclineMessageKey): DeclineExplanation => ({ hard: true, messageKey });
const soft = (messageKey: DeclineMessageKey): DeclineExplanation => ({ hard: false, messageKey });

/**
 * Codes of docs.stripe.com/declines/codes and docs.stripe.com/error-codes that say more than "declined". A payer is never
 * told that a card was reported as lost, stolen or fraudulent beyond what the issuer would say (same page): those read as
 * "this card cannot be used".
 */
const EXPLANATIONS = new Map<string, DeclineExplanation>(
  Object.entries({
    insufficient_funds: soft("insufficient_funds"),
    withdrawal_count_limit_exceeded: soft("limit_exceeded"),
    card_velocity_exceeded: soft("limit_exceeded"),
    expired_card: hard("expired_card"),
    invalid_expiry_year: hard("expired_card"),
    invalid_expiry_month: hard("expired_card"),
    incorrect_cvc: hard("incorrect_cvc"),
    invalid_cvc: hard("incorrect_cvc"),
    incorrect_number: hard("incorrect_number"),
    invalid_number: hard("incorrect_number"),
    lost_card: hard("lost_or_stolen"),
    stolen_card: hard("lost_or_stolen"),
    pickup_card: hard("lost_or_stolen"),
    restricted_card: hard("lost_or_stolen"),
    fraudulent: hard("lost_or_stolen"),
    merchant_blacklist: hard("lost_or_stolen"),
    card_not_supported: hard("not_supported"),
    transaction_not_allowed: hard("not_supported"),
    service_not_allowed: hard("not_supported"),
    invalid_account: hard("not_supported"),
    new_account_information_available: hard("not_supported"),
    currency_not_supported: hard("currency_not_supported"),
    authentication_required: hard("authentication_required"),
    payment_intent_authentication_failure: soft("authentication_required"),
    setup_intent_authentication_failure: soft("authentication_required"),
    processing_error: soft("processing_error"),
    issuer_not_available: soft("processing_error"),
    try_again_later: soft("processing_error"),
    reenter_transaction: soft("processing_error"),
    no_payment_method: hard("no_payment_method"),
    resource_missing: hard("method_unavailable"),
    payment_method_unactivated: hard("method_unavailable"),
    payment_method_customer_decline: hard("method_unavailable"),
  }),
);

/** What a refusal means: the issuer's decline code says more than the error's code, and either may be unknown to us. */
export function explainDecline(decline: Pick<PaymentDecline, "code" | "declineCode">): DeclineExplanation {
  const byIssuer = decline.declineCode === null ? undefined : EXPLANATIONS.get(decline.declineCode);
  return byIssuer ?? EXPLANATIONS.get(decline.code) ?? soft("generic");
}
