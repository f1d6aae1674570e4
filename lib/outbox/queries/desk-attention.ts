import "server-only";
import { sql } from "drizzle-orm";
import { outboxMessage } from "@/db/schema/operations";
import { paymentAttempt } from "@/db/schema/payments";
import { subscription } from "@/db/schema/billing";
import type { UserActor } from "@/lib/auth/actor";
import { adminRead } from "@/lib/auth/queries/admin-read";

/** What a person of ours has to look at. */
export type DeskAttention = { parkedSubscriptions: number; deadMessages: number; unknownPayments: number };

/** Counts for the menu of the desk, in one query. */
export async function deskAttention(actor: UserActor): Promise<DeskAttention> {
  return adminRead(actor, async (tx) => {
    const [row] = await tx.execute<DeskAttention>(sql`
      select
        (select count(*)::int from ${subscription} where parked_at is not null) as "parkedSubscriptions",
        (select count(*)::int from ${outboxMessage} where status = 'dead') as "deadMessages",
        (select count(*)::int from ${paymentAttempt} where status = 'unknown') as "unknownPayments"`);
    return row ?? { parkedSubscriptions: 0, deadMessages: 0, unknownPayments: 0 };
  });
}
