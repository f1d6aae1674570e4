import { createdField, metadataField, pageFields } from "@/sandbox/stripe/fields";
import { assertClientSecret } from "@/sandbox/stripe/objects/client-secret";
import { route } from "@/sandbox/stripe/http/route";
import { listObjects } from "@/sandbox/stripe/lists";
import { cancelPaymentIntent } from "@/sandbox/stripe/objects/payment-intents/cancel";
import { capturePaymentIntent } from "@/sandbox/stripe/objects/payment-intents/capture";
import { confirmPaymentIntent } from "@/sandbox/stripe/objects/payment-intents/confirm";
import { createPaymentIntent } from "@/sandbox/stripe/objects/payment-intents/create";
import { confirmFields, createFields, updateFields } from "@/sandbox/stripe/objects/payment-intents/fields";
import { updatePaymentIntent } from "@/sandbox/stripe/objects/payment-intents/update";
import { integer, oneOf, string } from "@/sandbox/stripe/validation";

const PATH = "/v1/payment_intents";

export const paymentIntentRoutes = [
  route({
    method: "POST",
    path: PATH,
    params: createFields,
    handle: ({ work, params, key }) => createPaymentIntent(work, { params, key }),
  }),
  route({
    method: "GET",
    path: PATH,
    params: { ...pageFields, created: createdField, customer: string() },
    handle: ({ work, params: { created, customer, ...page } }) =>
      listObjects(work.sql, { type: "payment_intent", url: PATH, page, created, customer }),
  }),
  route({
    method: "GET",
    path: `${PATH}/:id`,
    params: { client_secret: string() },
    browserParams: ["client_secret"],
    handle: async ({ work, id, params, key }) => {
      const intent = await work.retrieve("payment_intent", id);
      assertClientSecret(intent, { given: params.client_secret, key });

      return intent;
    },
  }),
  route({
    method: "POST",
    path: `${PATH}/:id`,
    params: updateFields,
    handle: ({ work, id, params, key }) => updatePaymentIntent(work, { id, params, key }),
  }),
  route({
    method: "POST",
    path: `${PATH}/:id/confirm`,
    params: confirmFields,
    browserParams: [
      "client_secret",
      "mandate_data",
      "payment_method",
      "payment_method_data",
      "receipt_email",
      "return_url",
      "setup_future_usage",
      "shipping",
      "use_stripe_sdk",
    ],
    handle: async ({ work, id, params, key }) => {
      const intent = await work.lock("payment_intent", id);
      assertClientSecret(intent, { given: params.client_secret, key });

      return confirmPaymentIntent(work, { intent, params, isBrowser: key === "publishable" });
    },
  }),
  route({
    method: "POST",
    path: `${PATH}/:id/capture`,
    params: { amount_to_capture: integer({ min: 1 }), metadata: metadataField },
    handle: ({ work, id, params }) =>
      capturePaymentIntent(work, { id, amountMinor: params.amount_to_capture, metadata: params.metadata }),
  }),
  route({
    method: "POST",
    path: `${PATH}/:id/cancel`,
    params: { cancellation_reason: oneOf(["abandoned", "duplicate", "fraudulent", "requested_by_customer"]) },
    handle: ({ work, id, params }) => cancelPaymentIntent(work, { id, reason: params.cancellation_reason ?? null }),
  }),
];
