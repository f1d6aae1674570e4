import "server-only";
import { inArray } from "drizzle-orm";
import { organizationLimit } from "@/db/schema/usage";
import type { Executor } from "@/db/transaction";

/** Takes away what a plan allowed, when its subscription has ended. Nothing that exists is lost; nothing can be added. */
export async function clearPlanLimits(tx: Executor, organizationIds: string[]): Promise<void> {
  if (organizationIds.length === 0) return;
  await tx.delete(organizationLimit).where(inArray(organizationLimit.organizationId, organizationIds));
}
