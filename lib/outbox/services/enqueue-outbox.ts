import "server-only";
import { insertNewRows } from "@/db/insert-rows";
import { outboxMessage } from "@/db/schema/operations";
import type { Executor } from "@/db/transaction";
import type { OutboxPayload, OutboxTopic } from "@/lib/outbox/outbox-message";

export type NewOutboxMessage = {
  organizationId: string | null;
  topic: OutboxTopic;
  /** Messages of one aggregate (an invoice, a subscription) are delivered in the order they were written. */
  aggregateId: string;
  /** Unique for ever, such as `invoice.issued:<invoice id>`: writing it twice is a no-op. */
  key: string;
  payload: OutboxPayload;
  /** Wall clock; now when left out. */
  availableAt?: Date;
};

/** Writes what must happen next, in the transaction of the change that calls for it. One statement for all. */
export async function enqueueOutbox(tx: Executor, messages: NewOutboxMessage[]): Promise<void> {
  await insertNewRows(tx, outboxMessage, messages);
}
