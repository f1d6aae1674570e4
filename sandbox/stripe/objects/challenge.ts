import { randomToken } from "@/sandbox/stripe/ids";

/** A 3-D Secure page waiting for the customer; the token in its address is what lets them in. */
export type Challenge = { token: string; returnUrl: string | null };

export function newChallenge(returnUrl: string | null): Challenge {
  return { token: randomToken(32), returnUrl };
}

export function challengeUrl(publicUrl: string, page: { intentId: string; challenge: Challenge }): string {
  return `${publicUrl}/3ds/${page.intentId}/${page.challenge.token}`;
}
