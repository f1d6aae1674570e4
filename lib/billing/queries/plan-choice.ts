import "server-only";
import { and, eq, isNotNull } from "drizzle-orm";
import { subscription } from "@/db/schema/billing";
import { organizationTransaction } from "@/db/transaction";
import type { OrganizationActor } from "@/lib/auth/actor";
import { type SubscriptionOverview, subscriptionOverview } from "@/lib/billing/queries/subscription-overview";
import type { PlanVersionView } from "@/lib/catalog/queries/plan-version";
import { DEFAULT_CATALOG, publicPlanVersions } from "@/lib/catalog/queries/public-plans";

export type PlanChoice = {
  plans: PlanVersionView[];
  subscription: SubscriptionOverview | null;
  /** A trial is had once. */
  hadTrial: boolean;
};

/** The plans an organization may choose from, and the one it has. */
export function planChoice(actor: OrganizationActor): Promise<PlanChoice> {
  const { organizationId } = actor;
  return organizationTransaction(
    organizationId,
    async (tx) => {
      const trials = await tx
        .select({ id: subscription.id })
        .from(subscription)
        .where(and(eq(subscription.organizationId, organizationId), isNotNull(subscription.trialEnd)))
        .limit(1);
      return {
        plans: await publicPlanVersions(tx, DEFAULT_CATALOG),
        subscription: await subscriptionOverview(tx, organizationId),
        hadTrial: trials.length > 0,
      };
    },
    { accessMode: "read only" },
  );
}
