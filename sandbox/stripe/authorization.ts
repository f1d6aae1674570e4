import type { CardBehaviour } from "@/sandbox/stripe/cards";
import { declineFor, type Decline } from "@/sandbox/stripe/declines";

/** What the issuer of the card knows and is asked. */
export type AuthorizationRequest = {
  card: CardBehaviour;
  /** A person made this card fail from the control panel. */
  failWith: string | null;
  /** It was saved with 3-D Secure for payments without the customer. */
  setUp: boolean;
  offSession: boolean;
  /** The customer has just completed 3-D Secure for this payment. */
  authenticated: boolean;
};

export type Authorization =
  | { kind: "approved" }
  | { kind: "requires_authentication" }
  | { kind: "declined"; decline: Decline };

/** The issuer's answer to a payment. Strong authentication is asked before the money is looked at. */
export function authorizePayment(request: AuthorizationRequest): Authorization {
  const { card, failWith } = request;
  if (failWith !== null) return { kind: "declined", decline: declineFor(failWith) };

  if (needsAuthentication(request)) {
    return request.offSession
      ? { kind: "declined", decline: declineFor("authentication_required") }
      : { kind: "requires_authentication" };
  }

  return card.decline === undefined ? { kind: "approved" } : { kind: "declined", decline: declineFor(card.decline) };
}

/** The issuer's answer to saving the card: what declines a charge later may be saved now. */
export function authorizeSetup(request: AuthorizationRequest): Authorization {
  const { card } = request;
  if (request.failWith !== null) return { kind: "declined", decline: declineFor(request.failWith) };
  if (card.declinesAttach && card.decline !== undefined) {
    return { kind: "declined", decline: declineFor(card.decline) };
  }
  if (card.authentication !== undefined && !request.authenticated) return { kind: "requires_authentication" };

  return { kind: "approved" };
}

function needsAuthentication(request: AuthorizationRequest): boolean {
  if (request.authenticated) return false;

  const { authentication } = request.card;
  if (authentication === undefined) return false;

  switch (authentication) {
    case "always":
      return true;
    case "unless_set_up":
      return !(request.setUp && request.offSession);
    case "on_session":
      return !request.offSession;
  }
}
