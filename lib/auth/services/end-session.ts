import "server-only";
import { and, eq, isNull } from "drizzle-orm";
import { userSession } from "@/db/schema/identity";
import { platformTransaction } from "@/db/transaction";
import { recordAuthEvent } from "@/lib/auth/services/record-auth-event";

/** Ends a session at once, whatever its cookie says. Ending one that is over already does nothing. */
export async function endSession(at: { sessionId: string; ipAddress: string | null; now: Date }): Promise<void> {
  await platformTransaction(async (tx) => {
    const [ended] = await tx
      .update(userSession)
      .set({ revokedAt: at.now })
      .where(and(eq(userSession.id, at.sessionId), isNull(userSession.revokedAt)))
      .returning({ userId: userSession.userId });
    if (!ended) return;

    await recordAuthEvent(tx, {
      action: "session.ended",
      userId: ended.userId,
      sessionId: at.sessionId,
      ipAddress: at.ipAddress,
      occurredAt: at.now,
    });
  });
}
