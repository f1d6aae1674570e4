import "server-only";
import { and, eq, sql } from "drizzle-orm";
import { outboxMessage } from "@/db/schema/operations";
import { platformTransaction } from "@/db/transaction";
import { recordAudit } from "@/lib/audit/services/record-audit";
import { isAppError } from "@/lib/core/errors";
import { MAX_DELIVERY_TRIES, retryDelaySeconds } from "@/lib/outbox/retry-delay";
import type { ClaimedMessage } from "@/lib/outbox/services/claim-outbox";
import { clock } from "@/lib/platform/clock";
import { logger } from "@/lib/platform/logger";

/** Only the try that holds the claim may say how it ended. */
function claimOf(message: ClaimedMessage) {
  return and(
    eq(outboxMessage.id, message.id),
    eq(outboxMessage.status, "pending"),
    eq(outboxMessage.attemptCount, message.attemptCount),
  );
}

export async function finishMessage(message: ClaimedMessage): Promise<void> {
  await platformTransaction((tx) =>
    tx
      .update(outboxMessage)
      .set({ status: "delivered", deliveredAt: sql`now()`, lockedUntil: null, lastError: null })
      .where(claimOf(message)),
  );
}

/** Puts a message back for later, or among the dead after its last try, where the health page and the audit show it. */
export async function postponeMessage(message: ClaimedMessage, error: unknown): Promise<void> {
  const isDead = message.attemptCount >= MAX_DELIVERY_TRIES;
  const { id: messageId, topic, attemptCount, organizationId } = message;
  logger().warn({ error, messageId, topic, attemptCount, isDead }, "outbox message failed");

  await platformTransaction(async (tx) => {
    const delay = sql`make_interval(secs => ${retryDelaySeconds(attemptCount)})`;
    const postponed = await tx
      .update(outboxMessage)
      .set({
        ...(isDead ? { status: "dead" as const } : { availableAt: sql`now() + ${delay}` }),
        lockedUntil: null,
        lastError: describe(error),
      })
      .where(claimOf(message))
      .returning({ id: outboxMessage.id });
    if (!isDead || postponed.length === 0) return;

    await recordAudit(tx, [
      {
        organizationId,
        actor: { kind: "system" },
        action: "outbox.message_dead",
        entityType: "outbox_message",
        entityId: messageId,
        detail: { topic, aggregateId: message.aggregateId, attemptCount },
        occurredAt: clock.now(),
      },
    ]);
  });
}

/** What the jobs page may show: our own words, or the kind of error; a database's message repeats people's data. */
function describe(error: unknown): string {
  if (isAppError(error)) return `${error.code}: ${error.message}`.slice(0, 500);
  return error instanceof Error ? error.name : "error";
}
