import { after, type NextRequest } from "next/server";
import { deliverOutbox } from "@/lib/outbox/services/deliver-outbox";
import { readStripeEvent } from "@/lib/payments/adapters/stripe-event";
import { clock } from "@/lib/platform/clock";
import { env } from "@/lib/platform/env";
import { webhookRoute } from "@/lib/platform/webhook-route";
import { workflowHandlers } from "@/lib/workflows/registry";

const receive = webhookRoute({
  provider: "stripe",
  topic: "stripe.event",
  verify: ({ rawBody, headers, now }) =>
    readStripeEvent(
      { body: rawBody, signature: headers.get("stripe-signature") },
      { secret: env().STRIPE_WEBHOOK_SECRET, receivedAt: now },
    ),
  toEvent: (event) =>
    event && {
      id: event.providerEventId,
      type: event.type,
      objectId: event.objectId,
      payload: { customer: event.providerCustomerId, createdAt: event.providerAt.toISOString() },
    },
});

/** A kick after the answer, so that a payer need not wait for the next run of the cron, which is the guarantee. */
const KICK = { limit: 20, seconds: 20 };

/** Stripe's events: stored and answered at once, worked on afterwards. */
export async function POST(request: NextRequest): Promise<Response> {
  const response = await receive(request);
  if (response.ok) {
    after(() =>
      deliverOutbox({
        handlers: workflowHandlers,
        limit: KICK.limit,
        deadline: new Date(clock.now().getTime() + KICK.seconds * 1000),
      }),
    );
  }
  return response;
}
