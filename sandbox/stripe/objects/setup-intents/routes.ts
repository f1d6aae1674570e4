import { createdField, pageFields } from "@/sandbox/stripe/fields";
import { route } from "@/sandbox/stripe/http/route";
import { listObjects } from "@/sandbox/stripe/lists";
import { assertClientSecret } from "@/sandbox/stripe/objects/client-secret";
import { cancelSetupIntent, updateSetupIntent } from "@/sandbox/stripe/objects/setup-intents/change";
import { confirmSetupIntent } from "@/sandbox/stripe/objects/setup-intents/confirm";
import { createSetupIntent } from "@/sandbox/stripe/objects/setup-intents/create";
import { confirmFields, createFields, updateFields } from "@/sandbox/stripe/objects/setup-intents/fields";
import { oneOf, string } from "@/sandbox/stripe/validation";

const PATH = "/v1/setup_intents";

export const setupIntentRoutes = [
  route({
    method: "POST",
    path: PATH,
    params: createFields,
    handle: ({ work, params, key }) => createSetupIntent(work, { params, key }),
  }),
  route({
    method: "GET",
    path: PATH,
    params: { ...pageFields, created: createdField, customer: string(), payment_method: string() },
    handle: ({ work, params: { created, customer, payment_method, ...page } }) =>
      listObjects(work.sql, {
        type: "setup_intent",
        url: PATH,
        page,
        created,
        customer,
        ...(payment_method === undefined ? {} : { contains: { payment_method } }),
      }),
  }),
  route({
    method: "GET",
    path: `${PATH}/:id`,
    params: { client_secret: string() },
    browserParams: ["client_secret"],
    handle: async ({ work, id, params, key }) => {
      const intent = await work.retrieve("setup_intent", id);
      assertClientSecret(intent, { given: params.client_secret, key });

      return intent;
    },
  }),
  route({
    method: "POST",
    path: `${PATH}/:id`,
    params: updateFields,
    handle: ({ work, id, params, key }) => updateSetupIntent(work, { id, params, key }),
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
      "return_url",
      "use_stripe_sdk",
    ],
    handle: async ({ work, id, params, key }) => {
      const intent = await work.lock("setup_intent", id);
      assertClientSecret(intent, { given: params.client_secret, key });

      return confirmSetupIntent(work, { intent, params, isBrowser: key === "publishable" });
    },
  }),
  route({
    method: "POST",
    path: `${PATH}/:id/cancel`,
    params: { cancellation_reason: oneOf(["abandoned", "duplicate", "requested_by_customer"]) },
    handle: ({ work, id, params }) => cancelSetupIntent(work, { id, reason: params.cancellation_reason ?? null }),
  }),
];
