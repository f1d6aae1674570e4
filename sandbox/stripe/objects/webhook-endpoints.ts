import type Stripe from "stripe";

import { API_VERSION } from "@/sandbox/stripe/api-version";
import { changeMetadata, metadataField, pageFields, urlField } from "@/sandbox/stripe/fields";
import { route } from "@/sandbox/stripe/http/route";
import { newId, randomToken } from "@/sandbox/stripe/ids";
import { listObjects } from "@/sandbox/stripe/lists";
import type { UnitOfWork } from "@/sandbox/stripe/unit-of-work";
import { array, boolean, checked, emptyable, oneOf, required, string, type Values } from "@/sandbox/stripe/validation";
import { invalidRequest } from "@/sandbox/stripe/api-error";

const eventTypeField = checked(string(), (value, path) => {
  if (value !== "*" && !/^[a-z_]+(\.[a-z_]+)+$/.test(value)) {
    throw invalidRequest(`Invalid ${path}: ${value} is not an event type`, { param: path });
  }
});

const createFields = {
  api_version: oneOf([API_VERSION]),
  description: emptyable(string()),
  enabled_events: required(array(eventTypeField)),
  metadata: metadataField,
  url: required(urlField),
};

const updateFields = {
  description: emptyable(string()),
  disabled: boolean,
  enabled_events: array(eventTypeField),
  metadata: metadataField,
  url: urlField,
};

/** Only the answer to its creation shows the endpoint's secret. */
function createEndpoint(work: UnitOfWork, params: Values<typeof createFields>): Stripe.WebhookEndpoint {
  const secret = `whsec_${randomToken(32)}`;
  const endpoint = work.put(newEndpoint(work, params), { secret });

  return { ...endpoint, secret };
}

export function newEndpoint(
  work: UnitOfWork,
  params: Pick<Values<typeof createFields>, "url" | "enabled_events" | "description" | "metadata">,
): Stripe.WebhookEndpoint {
  return {
    id: newId("we"),
    object: "webhook_endpoint",
    api_version: API_VERSION,
    application: null,
    created: work.now,
    description: params.description ?? null,
    enabled_events: params.enabled_events,
    livemode: false,
    metadata: changeMetadata({}, params.metadata),
    status: "enabled",
    url: params.url,
  };
}

async function updateEndpoint(
  work: UnitOfWork,
  change: { id: string; params: Values<typeof updateFields> },
): Promise<Stripe.WebhookEndpoint> {
  const before = await work.lock("webhook_endpoint", change.id);
  const { disabled, metadata, ...plain } = change.params;

  return work.put({
    ...before,
    ...plain,
    metadata: changeMetadata(before.metadata, metadata),
    ...(disabled === undefined ? {} : { status: disabled ? "disabled" : "enabled" }),
  });
}

async function deleteEndpoint(work: UnitOfWork, id: string): Promise<object> {
  await work.lock("webhook_endpoint", id);
  const deleted = { id, object: "webhook_endpoint", deleted: true } as const;
  work.put(deleted as unknown as Stripe.WebhookEndpoint);
  await work.sql`delete from sandbox_stripe.deliveries where endpoint_id = ${id} and status = 'pending'`;

  return deleted;
}

export const webhookEndpointRoutes = [
  route({
    method: "POST",
    path: "/v1/webhook_endpoints",
    params: createFields,
    handle: async ({ work, params }) => createEndpoint(work, params),
  }),
  route({
    method: "GET",
    path: "/v1/webhook_endpoints",
    params: pageFields,
    handle: ({ work, params }) =>
      listObjects(work.sql, { type: "webhook_endpoint", url: "/v1/webhook_endpoints", page: params }),
  }),
  route({
    method: "GET",
    path: "/v1/webhook_endpoints/:id",
    params: {},
    handle: ({ work, id }) => work.retrieve("webhook_endpoint", id),
  }),
  route({
    method: "POST",
    path: "/v1/webhook_endpoints/:id",
    params: updateFields,
    handle: ({ work, id, params }) => updateEndpoint(work, { id, params }),
  }),
  route({
    method: "DELETE",
    path: "/v1/webhook_endpoints/:id",
    params: {},
    handle: ({ work, id }) => deleteEndpoint(work, id),
  }),
];
