import "server-only";
import { and, eq } from "drizzle-orm";
import { testClock } from "@/db/schema/organizations";
import { platformTransaction } from "@/db/transaction";
import { recordAudit } from "@/lib/audit/services/record-audit";
import type { Actor } from "@/lib/auth/actor";
import { AppError } from "@/lib/core/errors";
import { MAX_ADVANCE_DAYS } from "@/lib/organizations/test-clock";

/**
 * Notes where a clock is to go; lib/workflows/services/run-clock-advance then takes it there.
 * @throws AppError not_found; invalid_input for a target behind it or too far; conflict while it is moving
 */
export async function requestClockAdvance(request: { testClockId: string; target: Date; actor: Actor }): Promise<void> {
  await platformTransaction(async (tx) => {
    const [clock] = await tx.select().from(testClock).where(eq(testClock.id, request.testClockId)).for("update");
    if (!clock) throw new AppError("not_found");
    if (clock.status === "advancing") throw new AppError("conflict");
    const days = (request.target.getTime() - clock.nowAt.getTime()) / 86_400_000;
    if (days <= 0 || days > MAX_ADVANCE_DAYS) {
      throw new AppError("invalid_input", { fieldErrors: { target: [days <= 0 ? "too_early" : "too_late"] } });
    }

    await tx
      .update(testClock)
      .set({ status: "advancing", targetAt: request.target, leaseUntil: null, lastError: null })
      .where(and(eq(testClock.id, request.testClockId)));
    await recordAudit(tx, [
      {
        organizationId: null,
        actor: request.actor,
        action: "test_clock.advance_requested",
        entityType: "test_clock",
        entityId: clock.id,
        detail: { from: clock.nowAt.toISOString(), to: request.target.toISOString() },
        occurredAt: clock.nowAt,
      },
    ]);
  });
}
