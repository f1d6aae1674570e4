import "server-only";
import { and, count, eq } from "drizzle-orm";
import { outboxMessage } from "@/db/schema/operations";
import { platformTransaction } from "@/db/transaction";
import { assert } from "@/lib/core/assert";
import type { OutboxTopic } from "@/lib/outbox/outbox-message";
import { type ClaimedMessage, claimOutbox } from "@/lib/outbox/services/claim-outbox";
import { finishMessage, postponeMessage } from "@/lib/outbox/services/finish-message";
import { clock } from "@/lib/platform/clock";

/** One handler a topic: what happens next. Throwing means "again later". */
export type OutboxHandlers = Record<OutboxTopic, (message: ClaimedMessage) => Promise<void>>;

export type Delivery = {
  /** Messages whose handler was done. */
  processed: number;
  /** Messages whose handler threw. */
  failed: number;
  /** Messages still to be delivered, now or after a pause. */
  pending: number;
};

const WORKERS = 4;

/**
 * Delivers what is due until nothing is, `limit` messages were tried, or the deadline has come. Handlers run outside any
 * transaction, four at a time; messages of one aggregate run one after the other, in the order they were written.
 */
export async function deliverOutbox(run: {
  handlers: OutboxHandlers;
  limit: number;
  /** Wall clock. No message is begun after it. */
  deadline: Date;
  organizationId?: string;
}): Promise<Delivery> {
  const tally = { processed: 0, failed: 0, taken: 0 };

  const work = async (): Promise<void> => {
    while (tally.taken < run.limit && clock.now() < run.deadline) {
      tally.taken += 1;
      const [message] = await claimOutbox({ count: 1, organizationId: run.organizationId });
      if (!message) {
        tally.taken -= 1;
        return;
      }
      if (await deliver(message, run.handlers)) tally.processed += 1;
      else tally.failed += 1;
    }
  };
  await Promise.all(Array.from({ length: WORKERS }, work));

  return { processed: tally.processed, failed: tally.failed, pending: await countPending(run.organizationId) };
}

async function deliver(message: ClaimedMessage, handlers: OutboxHandlers): Promise<boolean> {
  try {
    const handler = handlers[message.topic];
    assert(handler, `no handler for ${message.topic}`);
    await handler(message);
  } catch (error) {
    await postponeMessage(message, error);
    return false;
  }
  await finishMessage(message);
  return true;
}

async function countPending(organizationId: string | undefined): Promise<number> {
  const [row] = await platformTransaction((tx) =>
    tx
      .select({ pending: count() })
      .from(outboxMessage)
      .where(
        and(
          eq(outboxMessage.status, "pending"),
          organizationId === undefined ? undefined : eq(outboxMessage.organizationId, organizationId),
        ),
      ),
  );
  return row?.pending ?? 0;
}
