import "server-only";
import Stripe from "stripe";
import { z } from "zod";
import { type AmountMinor, amountMinor } from "@/lib/core/money";
import { AppError } from "@/lib/core/errors";
import { paymentMethodSchema, readPaymentMethod } from "@/lib/payments/adapters/stripe-payment-method";
import type { PaymentDecline, PaymentOutcome, PaymentOutcomeStatus } from "@/lib/payments/payment-gateway";

const idOrObject = z.union([z.string(), z.looseObject({ id: z.string() })]).nullish();

const errorSchema = z.looseObject({
  code: z.string().nullish(),
  decline_code: z.string().nullish(),
  message: z.string().nullish(),
});

/** Of a PaymentIntent what we read. An answer of another shape is not believed: it leaves the attempt unknown. */
const intentSchema = z.looseObject({
  id: z.string().startsWith("pi_"),
  object: z.literal("payment_intent"),
  status: z.enum([
    "requires_payment_method",
    "requires_confirmation",
    "requires_action",
    "processing",
    "requires_capture",
    "canceled",
    "succeeded",
  ]),
  amount: z.int().min(0),
  amount_received: z.int().min(0),
  currency: z.string().length(3),
  created: z.int(),
  customer: idOrObject,
  client_secret: z.string().nullish(),
  latest_charge: idOrObject,
  payment_method: z.union([z.string(), paymentMethodSchema]).nullish(),
  last_payment_error: errorSchema.nullish(),
  next_action: z.looseObject({ redirect_to_url: z.looseObject({ url: z.string().nullish() }).nullish() }).nullish(),
  metadata: z.record(z.string(), z.string()),
});

type Intent = z.infer<typeof intentSchema>;

function idOf(value: z.infer<typeof idOrObject>): string | undefined {
  if (value === null || value === undefined) return undefined;
  return typeof value === "string" ? value : value.id;
}

/** A PaymentIntent nobody has given a card yet waits for its payer; one whose card was refused has failed. */
function statusOf(intent: Intent): PaymentOutcomeStatus {
  switch (intent.status) {
    case "succeeded":
    case "processing":
    case "canceled":
    case "requires_action":
      return intent.status;
    case "requires_confirmation":
      return "requires_action";
    case "requires_payment_method":
      return intent.last_payment_error ? "failed" : "requires_action";
    case "requires_capture":
      return "unknown";
  }
}

/** The provider's error as codes. Its message is Stripe's English, for the log and the back office. */
export function declineOf(error: z.infer<typeof errorSchema> | null | undefined): PaymentDecline {
  return {
    code: error?.code ?? "card_declined",
    declineCode: error?.decline_code ?? null,
    message: (error?.message ?? "The payment was refused.").slice(0, 500),
  };
}

/** Reads a PaymentIntent of any source (an answer, a list, an error). `unknown` when it has another shape. */
export function outcomeOfIntent(value: unknown): PaymentOutcome {
  const parsed = intentSchema.safeParse(value);
  if (!parsed.success) return { status: "unknown" };

  const intent = parsed.data;
  const status = statusOf(intent);
  const charge = idOf(intent.latest_charge);
  const customer = idOf(intent.customer);
  const url = intent.next_action?.redirect_to_url?.url;
  const method = typeof intent.payment_method === "object" && intent.payment_method ? intent.payment_method : undefined;
  return {
    status,
    providerPaymentIntentId: intent.id,
    amountMinor: receivedOf(intent),
    currency: intent.currency.toUpperCase(),
    providerAt: new Date(intent.created * 1000),
    reference: referenceOf(intent.metadata),
    ...(charge === undefined ? {} : { providerChargeId: charge }),
    ...(customer === undefined ? {} : { providerCustomerId: customer }),
    ...(intent.client_secret ? { clientSecret: intent.client_secret } : {}),
    ...(url ? { nextActionUrl: url } : {}),
    ...(method ? { paymentMethod: readPaymentMethod(method) } : {}),
    ...(status === "failed" ? { decline: declineOf(intent.last_payment_error) } : {}),
  };
}

function receivedOf(intent: Intent): AmountMinor {
  return amountMinor(intent.status === "succeeded" ? intent.amount_received : intent.amount);
}

function referenceOf(metadata: Record<string, string>): NonNullable<PaymentOutcome["reference"]> {
  const { organization_id: organizationId, invoice_id: invoiceId, attempt_id: attemptId } = metadata;
  return {
    ...(organizationId === undefined ? {} : { organizationId }),
    ...(invoiceId === undefined ? {} : { invoiceId }),
    ...(attemptId === undefined ? {} : { attemptId }),
  };
}

/** The saved method is gone or cannot be used: the payer's to mend, unlike any other invalid request, which is ours. */
function concernsMethod(error: { code?: string | undefined; param?: string | undefined }): boolean {
  return error.code?.startsWith("payment_method_") === true || error.param === "payment_method";
}

/**
 * What an error says of a charge. A card error is a decline. An invalid request was never carried out: the attempt is
 * over, and only when it was about the method does it count as a decline. Anything else (time-out, cut line, 5xx, 409,
 * 429, a wrong key, another request under the same idempotency key) leaves it unknown.
 */
export function outcomeOfError(error: unknown): PaymentOutcome {
  if (error instanceof Stripe.errors.StripeCardError) {
    const intent: unknown = error.payment_intent;
    const known = intent === undefined ? {} : outcomeOfIntent(intent);
    const decline = { code: error.code ?? "card_declined", decline_code: error.decline_code, message: error.message };
    return { ...known, status: "failed", decline: declineOf(decline) };
  }
  if (error instanceof Stripe.errors.StripeInvalidRequestError && error.statusCode !== 409) {
    const decline = declineOf({ code: error.code ?? "invalid_request", message: error.message });
    return { status: concernsMethod(error) ? "failed" : "canceled", decline };
  }
  if (error instanceof Stripe.errors.StripeError) return { status: "unknown" };
  throw error;
}

/** The AppError of a call that moves no money. Other errors are bugs and pass through. */
export function appErrorOf(error: unknown): unknown {
  if (error instanceof Stripe.errors.StripeCardError) {
    const params = { code: error.code ?? "card_declined", declineCode: error.decline_code ?? "" };
    return new AppError("payment_declined", { message: error.message, params, cause: error });
  }
  if (error instanceof Stripe.errors.StripeInvalidRequestError) {
    const code = error.code === "resource_missing" ? "not_found" : "internal";
    return new AppError(code, { message: error.message, cause: error });
  }
  if (error instanceof Stripe.errors.StripeError) {
    return new AppError("provider_unavailable", { message: error.message, cause: error });
  }
  return error;
}
