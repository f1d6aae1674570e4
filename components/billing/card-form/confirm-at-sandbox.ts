import { z } from "zod";
import type { Confirmation } from "./card-flow";

export type TestCard = { number: string; expiry: string; cvc: string };

const errorSchema = z.object({
  type: z.string(),
  code: z.string().nullish(),
  decline_code: z.string().nullish(),
});

const answerSchema = z.object({
  status: z.string().optional(),
  next_action: z.object({ redirect_to_url: z.object({ url: z.string() }).nullish() }).nullish(),
  error: errorSchema.optional(),
});

/**
 * Confirms a payment or a setup at the stand-in, straight from the browser, with the call Stripe's own form makes: the card
 * number passes no server of ours.
 */
export async function confirmAtSandbox(request: {
  sandboxUrl: string;
  publishableKey: string;
  clientSecret: string;
  card: TestCard;
  returnUrl: string;
}): Promise<Confirmation> {
  const { sandboxUrl, publishableKey, clientSecret, card, returnUrl } = request;
  const [id = ""] = clientSecret.split("_secret_");
  const path = id.startsWith("seti_") ? "setup_intents" : "payment_intents";
  const [month = "", year = ""] = card.expiry.split("/").map((part) => part.trim());

  try {
    const response = await fetch(`${sandboxUrl}/v1/${path}/${id}/confirm`, {
      method: "POST",
      headers: { Authorization: `Bearer ${publishableKey}`, "Content-Type": "application/x-www-form-urlencoded" },
      body: new URLSearchParams({
        client_secret: clientSecret,
        return_url: returnUrl,
        "payment_method_data[type]": "card",
        "payment_method_data[card][number]": card.number.replaceAll(/\s/g, ""),
        "payment_method_data[card][exp_month]": month,
        "payment_method_data[card][exp_year]": year,
        "payment_method_data[card][cvc]": card.cvc,
      }),
    });
    return readAnswer(answerSchema.parse(await response.json()));
  } catch {
    return { kind: "unreachable" };
  }
}

function readAnswer({ next_action: next, error }: z.infer<typeof answerSchema>): Confirmation {
  if (error === undefined) {
    return next?.redirect_to_url ? { kind: "redirect", url: next.redirect_to_url.url } : { kind: "settled" };
  }
  if (error.type === "card_error") {
    return { kind: "refused", decline: { code: error.code ?? "", declineCode: error.decline_code ?? null } };
  }
  return error.code?.endsWith("unexpected_state") ? { kind: "stale" } : { kind: "unreachable" };
}
