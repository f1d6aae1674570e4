import { amountMinor, type AmountMinor } from "@/lib/core/money";
import { OPEN_ATTEMPT_STATUSES, type PaymentAttemptStatus } from "@/lib/payments/payment";

/**
 * The idempotency key of a charge. Each attempt has its own, because the provider replays a decline under the old one for
 * at least 24 hours (docs.stripe.com/idempotency).
 */
export function paymentAttemptKey(invoiceId: string, attemptNumber: number): string {
  return `invoice:${invoiceId}:attempt:${attemptNumber}`;
}

/** The smallest charge a provider takes, in minor units (docs.stripe.com/currencies#minimum-and-maximum-charge-amounts). */
const MINIMUM_CHARGE_MINOR: Record<string, number> = {
  EUR: 50,
  USD: 50,
  GBP: 30,
  CHF: 50,
  BGN: 100,
  RON: 200,
  CZK: 1500,
  DKK: 250,
  HUF: 17_500,
  JPY: 50,
  NOK: 300,
  PLN: 200,
  SEK: 300,
};

const DEFAULT_MINIMUM_MINOR = 50;

/** Whether an amount reaches the provider's minimum. A smaller one stays open, without dunning. */
export function isChargeable(dueMinor: number, currency: string): boolean {
  return dueMinor >= (MINIMUM_CHARGE_MINOR[currency] ?? DEFAULT_MINIMUM_MINOR);
}

export type PayableAmounts = {
  totalMinor: AmountMinor;
  creditedMinor: AmountMinor;
  creditAppliedMinor: AmountMinor;
  amountPaidMinor: AmountMinor;
};

/** What is left to pay, after credit notes, credit balance and payments. */
export function openAmountMinor(invoice: PayableAmounts): AmountMinor {
  return amountMinor(invoice.totalMinor - invoice.creditedMinor - invoice.creditAppliedMinor - invoice.amountPaidMinor);
}

/** Whether its outcome is still to come; meanwhile the invoice takes no other attempt. */
export function isOpenAttempt(status: PaymentAttemptStatus): boolean {
  return (OPEN_ATTEMPT_STATUSES as readonly PaymentAttemptStatus[]).includes(status);
}

/**
 * How long an attempt the provider has never heard of is sent again under its own key. After that a request can no longer be
 * on its way, so the attempt is given up and a new one, with a new key, is safe.
 */
export const RESEND_MINUTES = 10;

/** After this a payment nobody confirmed is cancelled, an hour before the provider's idempotency keys are forgotten. */
export const CONFIRMATION_HOURS = 23;
