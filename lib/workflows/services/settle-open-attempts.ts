import "server-only";
import { and, eq, inArray } from "drizzle-orm";
import { organization } from "@/db/schema/organizations";
import { paymentAttempt } from "@/db/schema/payments";
import { platformTransaction } from "@/db/transaction";
import { resolveAttempt } from "@/lib/workflows/services/resolve-attempt";

/** Those the provider can answer for; one that waits for its payer stays as it is. */
const ANSWERABLE = ["pending", "processing", "unknown"] as const;

/** Asks the gateway about every collection of a clock's organizations that is not settled. Returns how many still are not. */
export async function settleOpenAttempts({ testClockId }: { testClockId: string }): Promise<number> {
  for (const { id } of await answerable(testClockId)) await resolveAttempt({ attemptId: id, actor: { kind: "clock" } });
  return (await answerable(testClockId)).length;
}

function answerable(testClockId: string): Promise<{ id: string }[]> {
  return platformTransaction((tx) =>
    tx
      .select({ id: paymentAttempt.id })
      .from(paymentAttempt)
      .innerJoin(organization, eq(organization.id, paymentAttempt.organizationId))
      .where(
        and(
          eq(organization.testClockId, testClockId),
          eq(paymentAttempt.session, "off_session"),
          inArray(paymentAttempt.status, [...ANSWERABLE]),
        ),
      ),
  );
}
