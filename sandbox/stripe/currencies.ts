import { invalidRequest } from "@/sandbox/stripe/api-error";

/** The smallest charge in minor units, docs.stripe.com/currencies#minimum-and-maximum-charge-amounts. */
const MINIMUM_CHARGE_MINOR: Record<string, number> = { eur: 50, usd: 50, gbp: 30, chf: 50, bgn: 100, ron: 200 };

/** Refuses a currency the sandbox does not know and an amount under the currency's minimum, as Stripe does. */
export function assertChargeable(amountMinor: number, currency: string): void {
  const minimumMinor = MINIMUM_CHARGE_MINOR[currency];
  if (minimumMinor === undefined) {
    const known = Object.keys(MINIMUM_CHARGE_MINOR).join(", ");
    throw invalidRequest(`Invalid currency: ${currency}. The sandbox supports these currencies: ${known}`, {
      param: "currency",
    });
  }
  if (amountMinor < minimumMinor) {
    throw invalidRequest(`Amount must be at least ${(minimumMinor / 100).toFixed(2)} ${currency}`, {
      code: "amount_too_small",
      param: "amount",
    });
  }
}
