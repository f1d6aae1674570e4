import "server-only";
import { and, eq } from "drizzle-orm";
import { organizationLimit } from "@/db/schema/usage";
import type { Executor } from "@/db/transaction";
import { AppError } from "@/lib/core/errors";
import type { MeasuredMetric } from "@/lib/usage/measured-metric";
import { effectiveLimit } from "@/lib/usage/organization-limit";
import { measuredQuantity } from "@/lib/usage/queries/measured-quantity";
import { checkQuota } from "@/lib/usage/quota";

/**
 * Lets `wanted` more of something be added, or refuses. The row of the limit stays locked until the transaction ends and what
 * there is is counted only then, so that of many at once no two get the last place. Soft and overage let it pass.
 * @throws AppError plan_limit (params: feature, limit, used, plan), also when the plan does not have the feature at all
 */
export async function requireWithinLimit(
  tx: Executor,
  wish: { organizationId: string; feature: MeasuredMetric; wanted: string; now: Date },
): Promise<void> {
  const { organizationId, feature, wanted, now } = wish;
  const [row] = await tx
    .select()
    .from(organizationLimit)
    .where(and(eq(organizationLimit.organizationId, organizationId), eq(organizationLimit.feature, feature)))
    .for("update");

  const used = await measuredQuantity(tx, { organizationId, metric: feature });
  const limit = row?.enabled === "yes" ? effectiveLimit(row, now) : "0";
  const behaviour = row?.behaviour ?? "hard";
  if (checkQuota({ limit, used, requested: wanted, behaviour }).allowed) return;

  throw new AppError("plan_limit", {
    message: `${feature}: ${wanted} more than ${used} of ${limit}`,
    params: { feature, limit: limit ?? "", used, plan: row?.planName ?? "none" },
  });
}
