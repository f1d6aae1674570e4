import type { ActionFailure, ActionState } from "@/lib/core/action-state";
import { type DeclineMessageKey, explainDecline } from "@/lib/payments/decline-code";
import type { PaymentAnswer } from "@/lib/payments/payment-answer";
import type { CardFlow, Confirmation, OpenedIntent } from "./card-flow";

export type Confirm = (intent: OpenedIntent, returnUrl: string) => Promise<Confirmation>;

/** How a try with a card ended, before it is put into words. */
export type CardOutcome =
  | { kind: "answered"; answer: PaymentAnswer }
  | { kind: "leaving"; url: string }
  | { kind: "refused"; key: DeclineMessageKey }
  | { kind: "invalid"; message: string | null }
  | { kind: "failed"; failure: ActionFailure | null }
  | { kind: "unreachable" };

/**
 * From the filled form to the outcome: open at the server, confirm at the provider, ask the server how it went. A refused card
 * leaves what is `opened` open for another one; what is over meanwhile is opened anew, once.
 */
export async function runCardFlow(given: {
  flow: CardFlow;
  confirm: Confirm;
  opened: { current: OpenedIntent | null };
  origin: string;
  isSecondTry?: boolean;
}): Promise<CardOutcome> {
  const { flow, opened } = given;
  if (opened.current === null) {
    const state = await flow.open();
    if (state?.ok !== true) return failed(state);
    opened.current = state.data;
  }
  const intent = opened.current;
  const confirmation = await given.confirm(intent, new URL(flow.returnPath, given.origin).href);
  if (confirmation.kind === "redirect") return { kind: "leaving", url: confirmation.url };
  if (confirmation.kind === "invalid") return confirmation;
  if (confirmation.kind === "refused") {
    return { kind: "refused", key: explainDecline(confirmation.decline).messageKey };
  }

  const state = await flow.settle(intent.reference);
  if (state?.ok !== true) return failed(state);
  if (state.data.status !== "reopen") return { kind: "answered", answer: state.data };
  if (confirmation.kind === "unreachable") return { kind: "unreachable" };
  if (given.isSecondTry) return { kind: "answered", answer: state.data };

  opened.current = null;
  return runCardFlow({ ...given, isSecondTry: true });
}

function failed(state: ActionState<unknown>): CardOutcome {
  return { kind: "failed", failure: state?.ok === false ? state : null };
}
