import "server-only";
import type Stripe from "stripe";
import { z } from "zod";
import { AppError } from "@/lib/core/errors";
import { appErrorOf, declineOf } from "@/lib/payments/adapters/stripe-outcome";
import { paymentMethodSchema, readPaymentMethod } from "@/lib/payments/adapters/stripe-payment-method";
import type { CardSetup, PaymentGateway } from "@/lib/payments/payment-gateway";

type Setups = Pick<
  PaymentGateway,
  "ensureCustomer" | "createSetupIntent" | "retrieveSetupIntent" | "retrievePaymentMethod" | "detachPaymentMethod"
>;

const EXPAND = ["payment_method"];

/** The half of the gateway that moves no money: customers and their saved methods. */
export function createStripeSetups(stripe: Stripe): Setups {
  return {
    ensureCustomer: ({ organizationId, name, email }) =>
      answered(async () => {
        const customer = await stripe.customers.create(
          { name, email, metadata: { organization_id: organizationId } },
          { idempotencyKey: `customer:${organizationId}` },
        );
        return readable(customerSchema, customer).id;
      }),

    createSetupIntent: ({ providerCustomerId, organizationId }) =>
      answered(async () =>
        readSetup(
          await stripe.setupIntents.create({
            customer: providerCustomerId,
            allowed_payment_method_types: ["card"],
            usage: "off_session",
            metadata: { organization_id: organizationId },
            expand: EXPAND,
          }),
        ),
      ),

    retrieveSetupIntent: (id) =>
      answered(async () => readSetup(await stripe.setupIntents.retrieve(id, { expand: EXPAND }))),

    retrievePaymentMethod: (id) =>
      answered(async () => readPaymentMethod(readable(paymentMethodSchema, await stripe.paymentMethods.retrieve(id)))),

    detachPaymentMethod: (id) => detach(stripe, id),
  };
}

const customerSchema = z.looseObject({ id: z.string().startsWith("cus_"), object: z.literal("customer") });

async function answered<T>(call: () => Promise<T>): Promise<T> {
  try {
    return await call();
  } catch (error) {
    throw appErrorOf(error);
  }
}

function readable<T>(schema: z.ZodType<T>, value: unknown): T {
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  throw new AppError("provider_unavailable", { message: "an answer of an unknown shape", cause: parsed.error });
}

async function detach(stripe: Stripe, id: string): Promise<void> {
  try {
    await stripe.paymentMethods.detach(id);
  } catch (error) {
    const known = appErrorOf(error);
    const isGone = known instanceof AppError && (known.code === "not_found" || known.code === "internal");
    if (!isGone) throw known;
  }
}

const setupSchema = z.looseObject({
  id: z.string().startsWith("seti_"),
  object: z.literal("setup_intent"),
  status: z.string(),
  client_secret: z.string(),
  customer: z.union([z.string(), z.looseObject({ id: z.string() })]).nullish(),
  payment_method: z.union([z.string(), paymentMethodSchema]).nullish(),
  last_setup_error: z
    .looseObject({ code: z.string().nullish(), decline_code: z.string().nullish(), message: z.string().nullish() })
    .nullish(),
});

function setupStatus(status: string, hasError: boolean): CardSetup["status"] {
  if (status === "succeeded" || status === "canceled") return status;
  return status === "requires_payment_method" && hasError ? "failed" : "pending";
}

function readSetup(value: unknown): CardSetup {
  const setup = readable(setupSchema, value);
  const { customer, payment_method: method, last_setup_error: error } = setup;
  const status = setupStatus(setup.status, error !== null && error !== undefined);
  return {
    setupIntentId: setup.id,
    clientSecret: setup.client_secret,
    status,
    providerCustomerId: typeof customer === "string" ? customer : (customer?.id ?? null),
    paymentMethod: status === "succeeded" && typeof method === "object" && method ? readPaymentMethod(method) : null,
    decline: status === "failed" ? declineOf(error) : null,
  };
}
