import "server-only";
import { eq } from "drizzle-orm";
import { testClock } from "@/db/schema/organizations";
import { platformTransaction } from "@/db/transaction";
import { recordAudit } from "@/lib/audit/services/record-audit";
import type { UserActor } from "@/lib/auth/actor";
import { AppError } from "@/lib/core/errors";

/**
 * Lets a clock that failed go on from where it stands to where it was going; its last stop is gone through again.
 * @throws AppError not_found; illegal_transition unless it has failed
 */
export async function retryClockAdvance(request: { testClockId: string; actor: UserActor }): Promise<void> {
  await platformTransaction(async (tx) => {
    const [clock] = await tx.select().from(testClock).where(eq(testClock.id, request.testClockId)).for("update");
    if (!clock) throw new AppError("not_found");
    if (clock.status !== "failed") throw new AppError("illegal_transition");

    const target = clock.targetAt ?? clock.nowAt;
    await tx
      .update(testClock)
      .set({ status: "advancing", targetAt: target, leaseUntil: null, lastError: null })
      .where(eq(testClock.id, clock.id));
    await recordAudit(tx, [
      {
        organizationId: null,
        actor: request.actor,
        action: "test_clock.advance_retried",
        entityType: "test_clock",
        entityId: clock.id,
        detail: { error: clock.lastError, stoodAt: clock.nowAt.toISOString() },
        occurredAt: clock.nowAt,
      },
    ]);
  });
}
