/** How the issuer of a test card behaves. */
export type CardBehaviour = {
  readonly number: string;
  readonly brand: string;
  readonly funding: "credit" | "debit";
  readonly country: string;
  /** `pm_card_…` ids that stand for it. */
  readonly aliases: readonly string[];
  /** Declined when charged, with this code; with `declinesAttach` when it is saved too. */
  readonly decline?: string;
  readonly declinesAttach?: boolean;
  /** When the issuer asks for 3-D Secure: at every payment, unless saved with 3-D Secure before, or on session only. */
  readonly authentication?: "always" | "unless_set_up" | "on_session";
  readonly refund?: "pending" | "fails";
  readonly dispute?: "fraudulent" | "product_not_received" | "inquiry";
  /** The money is available at once. */
  readonly bypassesPending?: boolean;
};

const visa = { brand: "visa", funding: "credit", country: "US", aliases: [] } as const;

/** docs.stripe.com/testing, the cards we use. */
const CARDS: readonly CardBehaviour[] = [
  { ...visa, number: "4242424242424242", aliases: ["pm_card_visa"] },
  { ...visa, number: "4000056655665556", funding: "debit", aliases: ["pm_card_visa_debit"] },
  { ...visa, number: "4000003000000030", country: "GR", aliases: ["pm_card_gr"] },
  { ...visa, number: "5555555555554444", brand: "mastercard", aliases: ["pm_card_mastercard"] },
  { ...visa, number: "378282246310005", brand: "amex", aliases: ["pm_card_amex"] },
  {
    ...visa,
    number: "4000000000000077",
    aliases: ["pm_card_bypassPending", "pm_card_visa_bypassPending"],
    bypassesPending: true,
  },
  ...decliningCard("4000000000000002", { decline: "generic_decline", alias: "chargeDeclined" }),
  ...decliningCard("4000000000009995", { decline: "insufficient_funds", alias: "chargeDeclinedInsufficientFunds" }),
  ...decliningCard("4000000000009987", { decline: "lost_card", alias: "chargeDeclinedLostCard" }),
  ...decliningCard("4000000000009979", { decline: "stolen_card", alias: "chargeDeclinedStolenCard" }),
  ...decliningCard("4000000000000069", { decline: "expired_card", alias: "chargeDeclinedExpiredCard" }),
  ...decliningCard("4000000000000127", { decline: "incorrect_cvc", alias: "chargeDeclinedIncorrectCvc" }),
  ...decliningCard("4000000000000119", { decline: "processing_error", alias: "chargeDeclinedProcessingError" }),
  ...decliningCard("4000000000006975", {
    decline: "card_velocity_exceeded",
    alias: "chargeDeclinedVelocityLimitExceeded",
  }),
  { ...visa, number: "4000000000000341", aliases: ["pm_card_chargeCustomerFail"], decline: "generic_decline" },
  { ...visa, number: "4000002760003184", aliases: ["pm_card_authenticationRequired"], authentication: "always" },
  {
    ...visa,
    number: "4000002500003155",
    aliases: ["pm_card_authenticationRequiredOnSetup"],
    authentication: "unless_set_up",
  },
  {
    ...visa,
    number: "4000003800000446",
    aliases: ["pm_card_authenticationRequiredSetupForOffSession"],
    authentication: "on_session",
  },
  { ...visa, number: "4000000000003220", aliases: ["pm_card_threeDSecure2Required"], authentication: "always" },
  {
    ...visa,
    number: "4000008260003178",
    aliases: ["pm_card_authenticationRequiredChargeDeclinedInsufficientFunds"],
    authentication: "always",
    decline: "insufficient_funds",
  },
  { ...visa, number: "4000000000000259", aliases: ["pm_card_createDispute"], dispute: "fraudulent" },
  {
    ...visa,
    number: "4000000000002685",
    aliases: ["pm_card_createDisputeProductNotReceived"],
    dispute: "product_not_received",
  },
  { ...visa, number: "4000000000001976", aliases: ["pm_card_createDisputeInquiry"], dispute: "inquiry" },
  { ...visa, number: "4000000000007726", aliases: ["pm_card_pendingRefund"], refund: "pending" },
  { ...visa, number: "4000000000005126", aliases: ["pm_card_refundFail"], refund: "fails" },
];

function decliningCard(number: string, options: { decline: string; alias: string }): CardBehaviour[] {
  const aliases = [`pm_card_${options.alias}`, `pm_card_visa_${options.alias}`];

  return [{ ...visa, number, aliases, decline: options.decline, declinesAttach: true }];
}

const byNumber = new Map(CARDS.map((card) => [card.number, card]));
const byAlias = new Map(CARDS.flatMap((card) => card.aliases.map((alias) => [alias, card] as const)));

export function cardByNumber(number: string): CardBehaviour | undefined {
  return byNumber.get(number);
}

/** The card a `pm_card_…` id stands for. */
export function cardByAlias(alias: string): CardBehaviour | undefined {
  return byAlias.get(alias);
}

/** The card a `tok_…` id stands for: the same names as the payment methods'. */
export function cardByToken(token: string): CardBehaviour | undefined {
  return byAlias.get(token.replace(/^tok_/, "pm_card_"));
}

/** The check digit of ISO/IEC 7812-1. */
export function passesLuhn(number: string): boolean {
  const sum = number
    .split("")
    .toReversed()
    .reduce((total, digit, index) => {
      const doubled = index % 2 === 1 ? Number(digit) * 2 : Number(digit);

      return total + (doubled > 9 ? doubled - 9 : doubled);
    }, 0);

  return /^\d{12,19}$/.test(number) && sum % 10 === 0;
}
