import "server-only";
import { testClock } from "@/db/schema/organizations";
import type { Executor } from "@/db/transaction";
import { recordAudit } from "@/lib/audit/services/record-audit";
import type { Actor } from "@/lib/auth/actor";
import { newId } from "@/lib/core/ids";

/** Makes a clock that test organizations can be created under. Returns its id. */
export async function createTestClock(
  tx: Executor,
  request: { name: string; startsAt: Date; followsRealTime: boolean; actor: Actor },
): Promise<string> {
  const id = newId();
  await tx.insert(testClock).values({
    id,
    name: request.name,
    nowAt: request.startsAt,
    followsRealTime: request.followsRealTime ? "yes" : "no",
  });
  await recordAudit(tx, [
    {
      organizationId: null,
      actor: request.actor,
      action: "test_clock.created",
      entityType: "test_clock",
      entityId: id,
      detail: { name: request.name },
      occurredAt: request.startsAt,
    },
  ]);
  return id;
}
