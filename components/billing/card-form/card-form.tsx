"use client";

import type { DeclineMessageKey } from "@/lib/payments/decline-code";
import type { CardFlow, CardProvider } from "./card-flow";
import { SandboxCardForm } from "./sandbox-card-form";
import { StripeCardForm } from "./stripe-card-form";

/** Keys the stand-in makes for itself; any other is Stripe's. */
const SANDBOX_KEY = "pk_test_sandbox_";

/** The one card form: Stripe's with a key of theirs, a labelled test form without. */
export function CardForm(props: {
  flow: CardFlow;
  provider: CardProvider;
  submitLabel: string;
  /** Why the last try was refused, for a page that begins with it. */
  initialDecline?: DeclineMessageKey | null | undefined;
}) {
  const { publishableKey, sandboxUrl } = props.provider;
  const shared = { flow: props.flow, submitLabel: props.submitLabel, initialDecline: props.initialDecline ?? null };
  return publishableKey.startsWith(SANDBOX_KEY) && sandboxUrl !== null ? (
    <SandboxCardForm {...shared} provider={{ publishableKey, sandboxUrl }} />
  ) : (
    <StripeCardForm {...shared} publishableKey={publishableKey} />
  );
}
