import "server-only";
import type { NextRequest } from "next/server";
import { webhookEvent } from "@/db/schema/payments";
import { platformTransaction } from "@/db/transaction";
import { newId } from "@/lib/core/ids";
import type { OutboxTopic } from "@/lib/outbox/outbox-message";
import { enqueueOutbox } from "@/lib/outbox/services/enqueue-outbox";
import { clock } from "@/lib/platform/clock";
import { logger } from "@/lib/platform/logger";
import { problem, problemOf } from "@/lib/platform/problem";
import { readBody } from "@/lib/platform/request-body";
import { newRequestId } from "@/lib/platform/request-id";

/** What of a provider's event is kept; its truth is read again by id when it is worked on. */
export type IncomingEvent = {
  /** The provider's id: the same event twice is one row. */
  id: string;
  type: string;
  /** The object it is about, when it names one. */
  objectId: string | null;
  payload: Record<string, unknown>;
};

type WebhookOptions<T> = {
  provider: string;
  /** The outbox topic that works on it. */
  topic: OutboxTopic;
  /** The verified event; throws when the signature or its age is wrong. `now` is the wall clock. */
  verify: (call: { rawBody: string; headers: Headers; now: Date }) => T | Promise<T>;
  /** What to keep, or null for an event we have no use for (answered 200 all the same). */
  toEvent: (verified: T) => IncomingEvent | null;
};

/**
 * A provider's webhook: verifies the raw body (at most 1 MB), stores the event under its unique id together with the outbox
 * message that will work on it, in one transaction, and answers 200 at once, to a repeat as well.
 */
export function webhookRoute<T>(options: WebhookOptions<T>): (request: NextRequest) => Promise<Response> {
  return async (request) => {
    const requestId = newRequestId();
    try {
      const verified = await verifiedEvent(options, request);
      if (verified === null) return problem("invalid_input", requestId, { status: 400 });

      const event = options.toEvent(verified.value);
      if (event) await storeEvent(options, event);
      return Response.json({ received: true }, { headers: { "cache-control": "private, no-store" } });
    } catch (error) {
      return problemOf(error, requestId);
    }
  };
}

async function verifiedEvent<T>(options: WebhookOptions<T>, request: NextRequest): Promise<{ value: T } | null> {
  const rawBody = await readBody(request);
  try {
    return { value: await options.verify({ rawBody, headers: request.headers, now: clock.now() }) };
  } catch {
    // The body may be anything, so nothing of it is logged.
    logger().warn({ provider: options.provider }, "webhook refused");
    return null;
  }
}

async function storeEvent(options: { provider: string; topic: OutboxTopic }, event: IncomingEvent): Promise<void> {
  const { provider, topic } = options;
  await platformTransaction(async (tx) => {
    const id = newId();
    const stored = await tx
      .insert(webhookEvent)
      .values({
        id,
        provider,
        providerEventId: event.id,
        type: event.type,
        objectId: event.objectId,
        payload: event.payload,
        receivedAt: clock.now(),
      })
      .onConflictDoNothing({ target: [webhookEvent.provider, webhookEvent.providerEventId] })
      .returning({ id: webhookEvent.id });
    if (stored.length === 0) return;

    const key = `${topic}:${event.id}`;
    await enqueueOutbox(tx, [
      { organizationId: null, topic, aggregateId: id, key, payload: { webhookEventId: id, eventId: event.id } },
    ]);
  });
}
