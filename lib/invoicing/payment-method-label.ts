/** Names as the card schemes write them; any other brand is shown as the provider says it. */
const BRANDS: Record<string, string> = {
  visa: "Visa",
  mastercard: "Mastercard",
  amex: "American Express",
  diners: "Diners Club",
  discover: "Discover",
  jcb: "JCB",
  unionpay: "UnionPay",
  sepa_debit: "SEPA",
  paypal: "PayPal",
};

export type LabelledMethod = { kind: string; brand: string | null; last4: string | null };

/** "Visa 4242": how a payment method is named on documents, in mails and on pages, the same in every language. */
export function paymentMethodLabel({ kind, brand, last4 }: LabelledMethod): string {
  const name = BRANDS[brand ?? kind] ?? brand ?? kind;
  return last4 === null ? name : `${name} ${last4}`;
}
