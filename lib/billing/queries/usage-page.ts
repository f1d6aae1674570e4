import "server-only";
import { organizationTransaction } from "@/db/transaction";
import type { OrganizationActor } from "@/lib/auth/actor";
import { type SubscriptionOverview, subscriptionOverview } from "@/lib/billing/queries/subscription-overview";
import { type UsageSoFar, usageSoFar } from "@/lib/billing/queries/usage-so-far";

export type UsagePage = UsageSoFar & { subscription: SubscriptionOverview | null };

/** Everything an organization's plan measures in the open period. `wallClock` is the real now. */
export function usagePage(actor: OrganizationActor, wallClock: Date): Promise<UsagePage> {
  const { organizationId } = actor;
  return organizationTransaction(
    organizationId,
    async (tx) => {
      const subscription = await subscriptionOverview(tx, organizationId);
      return { subscription, ...(await usageSoFar(tx, { organizationId, subscription, wallClock })) };
    },
    { accessMode: "read only" },
  );
}
