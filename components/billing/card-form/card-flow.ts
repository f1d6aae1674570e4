import type { ActionState } from "@/lib/core/action-state";
import type { PaymentAnswer } from "@/lib/payments/payment-answer";
import type { PaymentDecline } from "@/lib/payments/payment-gateway";

/** Which provider takes the card: a key of the stand-in's own shape, or Stripe's. */
export type CardProvider = { publishableKey: string; sandboxUrl: string | null };

/** What the server opened at the provider for this card. */
export type OpenedIntent = { reference: string; clientSecret: string };

/** What a card is for: paying an amount now, or being kept for later. */
export type CardPurpose = { kind: "payment"; amountMinor: number; currency: string } | { kind: "setup" };

export type CardFlow = {
  purpose: CardPurpose;
  /** Opens the payment or the setup; called once the payer has filled the form in. */
  open: () => Promise<ActionState<OpenedIntent>>;
  /** Asks the server, which asks the provider, how it went. */
  settle: (reference: string) => Promise<ActionState<PaymentAnswer>>;
  /** The page of ours the bank sends the payer back to. */
  returnPath: string;
  /** Where to go once it is paid or kept. */
  donePath: string;
  /** What to do instead, on a page that shows the outcome itself. */
  onDone?: (() => void) | undefined;
};

/**
 * How the provider answered the browser. settled: it has the card, the server is asked for the outcome · redirect: the bank
 * wants a confirmation · refused: with the reason · invalid: a field, in the provider's own words · stale: the intent is over,
 * a new one is needed · unreachable: no answer came.
 */
export type Confirmation =
  | { kind: "settled" }
  | { kind: "redirect"; url: string }
  | { kind: "refused"; decline: Pick<PaymentDecline, "code" | "declineCode"> }
  | { kind: "invalid"; message: string | null }
  | { kind: "stale" }
  | { kind: "unreachable" };
