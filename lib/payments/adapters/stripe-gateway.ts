import "server-only";
import type Stripe from "stripe";
import { AppError } from "@/lib/core/errors";
import { appErrorOf, outcomeOfError, outcomeOfIntent } from "@/lib/payments/adapters/stripe-outcome";
import { createStripeSetups } from "@/lib/payments/adapters/stripe-setups";
import type {
  ChargeRequest,
  OnSessionIntentRequest,
  PaymentGateway,
  PaymentOutcome,
  PaymentReference,
} from "@/lib/payments/payment-gateway";

const EXPAND = ["payment_method"];
const PAGE = 100;

/** A clock of the provider's that runs behind ours must not hide a payment from the search for it. */
const CLOCK_SKEW_MS = 10 * 60 * 1000;

/** Stripe, or what answers at STRIPE_API_BASE in its place. Holds no rules: it asks, and reads the answer. */
export function createStripeGateway(stripe: Stripe, account: { provider: string; isLive: boolean }): PaymentGateway {
  return {
    ...account,
    ...createStripeSetups(stripe),

    charge: (request) => outcome(() => stripe.paymentIntents.create(chargeParams(request), moneyOptions(request))),

    createOnSessionIntent: (request) =>
      outcome(() =>
        stripe.paymentIntents.create(
          { ...intentParams(request), setup_future_usage: "off_session" },
          moneyOptions(request),
        ),
      ),

    retrieveIntent: (id) => read(stripe, id),

    cancelIntent: (id) => cancelIntent(stripe, id),

    findIntentByAttempt: async ({ providerCustomerId, attemptId, since }) => {
      const query = { customer: providerCustomerId, created: { gte: seconds(since) } };
      const all = listAll(stripe, query, Number.POSITIVE_INFINITY);
      return (await all).find((intent) => intent.reference?.attemptId === attemptId) ?? null;
    },

    listIntentsSince: ({ since, limit }) => listAll(stripe, { created: { gte: seconds(since) } }, limit),
  };
}

function seconds(instant: Date): number {
  return Math.floor((instant.getTime() - CLOCK_SKEW_MS) / 1000);
}

async function outcome(call: () => Promise<unknown>): Promise<PaymentOutcome> {
  try {
    return outcomeOfIntent(await call());
  } catch (error) {
    return outcomeOfError(error);
  }
}

/** Sent once: the SDK's own retries would only make the wait for `unknown` longer. */
function moneyOptions(request: { idempotencyKey: string }): Stripe.RequestOptions {
  return { idempotencyKey: request.idempotencyKey, maxNetworkRetries: 0 };
}

function metadataOf(reference: PaymentReference): Stripe.MetadataParam {
  return {
    organization_id: reference.organizationId,
    invoice_id: reference.invoiceId,
    attempt_id: reference.attemptId,
  };
}

function intentParams(request: OnSessionIntentRequest): Stripe.PaymentIntentCreateParams {
  return {
    amount: request.amountMinor,
    currency: request.currency.toLowerCase(),
    customer: request.providerCustomerId,
    allowed_payment_method_types: ["card"],
    description: request.description,
    metadata: metadataOf(request.reference),
    expand: EXPAND,
  };
}

function chargeParams(request: ChargeRequest): Stripe.PaymentIntentCreateParams {
  return {
    ...intentParams(request),
    payment_method: request.providerPaymentMethodId,
    confirm: true,
    ...(request.session === "off_session" ? { off_session: true } : {}),
    ...(request.session === "on_session" && request.returnUrl ? { return_url: request.returnUrl } : {}),
  };
}

/** Stripe refuses to cancel what has gone through or been cancelled: then its state is the answer. */
async function cancelIntent(stripe: Stripe, id: string): Promise<PaymentOutcome> {
  try {
    return outcomeOfIntent(await stripe.paymentIntents.cancel(id, { expand: EXPAND }));
  } catch (error) {
    const refused = outcomeOfError(error);
    if (refused.status === "unknown") return refused;
    return read(stripe, id);
  }
}

/** A payment that could not be read, for whatever reason, is unknown: only its own state says that it is over. */
async function read(stripe: Stripe, id: string): Promise<PaymentOutcome> {
  try {
    return outcomeOfIntent(await stripe.paymentIntents.retrieve(id, { expand: EXPAND }));
  } catch (error) {
    outcomeOfError(error);
    return { status: "unknown" };
  }
}

async function listAll(
  stripe: Stripe,
  query: Stripe.PaymentIntentListParams,
  limit: number,
): Promise<PaymentOutcome[]> {
  const found: PaymentOutcome[] = [];
  const expand = EXPAND.map((path) => `data.${path}`);
  try {
    for await (const intent of stripe.paymentIntents.list({ ...query, limit: PAGE, expand })) {
      const read = outcomeOfIntent(intent);
      if (read.status === "unknown") throw new AppError("provider_unavailable", { message: "an unreadable payment" });
      found.push(read);
      if (found.length >= limit) break;
    }
  } catch (error) {
    const known = appErrorOf(error);
    // The SDK takes a failure without Stripe's error body for an answer, and then finds no list in it.
    throw known instanceof AppError ? known : new AppError("provider_unavailable", { cause: error });
  }
  return found;
}
