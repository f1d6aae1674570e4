import type Stripe from "stripe";

import { invalidRequest } from "@/sandbox/stripe/api-error";
import type { KeyKind } from "@/sandbox/stripe/http/authenticate";

/** A browser must show the intent's own client secret; a server that sends one must send the right one. */
export function assertClientSecret(
  intent: Stripe.PaymentIntent | Stripe.SetupIntent,
  options: { given: string | undefined; key: KeyKind },
): void {
  const { given, key } = options;
  if (given === undefined && key === "secret") return;
  if (given === undefined) {
    throw invalidRequest("Missing required param: client_secret.", {
      code: "parameter_missing",
      param: "client_secret",
    });
  }
  if (given !== intent.client_secret) {
    const name = intent.object === "payment_intent" ? "PaymentIntent" : "SetupIntent";
    throw invalidRequest(`The client_secret provided does not match the client_secret associated with the ${name}.`, {
      code: `${intent.object}_invalid_parameter`,
      param: "client_secret",
    });
  }
}
