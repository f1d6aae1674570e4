import "server-only";
import { and, eq, inArray } from "drizzle-orm";
import { organizationLimit } from "@/db/schema/usage";
import { organizationTransaction } from "@/db/transaction";
import type { OrganizationActor } from "@/lib/auth/actor";
import type { EntitlementBehaviour } from "@/lib/catalog/entitlement";
import { MEASURED_METRICS, type MeasuredMetric } from "@/lib/usage/measured-metric";
import { effectiveLimit } from "@/lib/usage/organization-limit";
import { measuredQuantity } from "@/lib/usage/queries/measured-quantity";

/** What there is of something right now, against what the plan allows of it. Decimal strings. */
export type MeasuredLimit = {
  metric: MeasuredMetric;
  used: string;
  /** Null is unlimited; "0" where the plan, or the lack of one, gives none. */
  limit: string | null;
  behaviour: EntitlementBehaviour;
  /** Empty without a plan. */
  planName: string;
};

/** The organization's buildings, apartments, users and storage against its limits. `now` is the organization's own instant. */
export function measuredLimits(actor: OrganizationActor, { now }: { now: Date }): Promise<MeasuredLimit[]> {
  const { organizationId } = actor;
  return organizationTransaction(organizationId, async (tx) => {
    const rows = await tx
      .select()
      .from(organizationLimit)
      .where(
        and(
          eq(organizationLimit.organizationId, organizationId),
          inArray(organizationLimit.feature, [...MEASURED_METRICS]),
        ),
      );
    const limits: MeasuredLimit[] = [];
    for (const metric of MEASURED_METRICS) {
      const row = rows.find(({ feature }) => feature === metric);
      limits.push({
        metric,
        used: await measuredQuantity(tx, { organizationId, metric }),
        limit: row?.enabled === "yes" ? effectiveLimit(row, now) : "0",
        behaviour: row?.behaviour ?? "hard",
        planName: row?.planName ?? "",
      });
    }
    return limits;
  });
}
