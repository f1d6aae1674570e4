import { membership, userAccount } from "@/db/schema/identity";
import { organization } from "@/db/schema/organizations";
import { platformTransaction } from "@/db/transaction";
import type { MembershipRole, OrganizationActor } from "@/lib/auth/actor";
import { newId } from "@/lib/core/ids";
import { publicPlanVersions } from "@/lib/catalog/queries/public-plans";
import { applyPlanLimits } from "@/lib/usage/services/apply-plan-limits";

/** An organization in Athens with one member of the role, on the limits of a plan of the catalogue when one is named. */
export async function sampleOrganization({
  planKey,
  role = "owner",
  testClockId = null,
  timeZone = "Europe/Athens",
}: {
  planKey?: string;
  role?: MembershipRole;
  testClockId?: string | null;
  timeZone?: string;
} = {}): Promise<{ organizationId: string; actor: OrganizationActor }> {
  const organizationId = newId();
  const userId = newId();
  const slug = `sample-${organizationId}`;
  const email = `${userId}@example.gr`;
  await platformTransaction(async (tx) => {
    await tx.insert(organization).values({
      id: organizationId,
      name: "Akropol",
      slug,
      mode: "test",
      testClockId,
      timeZone,
      locale: "en",
      legalName: "Akropol IKE",
      country: "GR",
      addressLine: "Ermou 1",
      postalCode: "10563",
      city: "Athens",
      billingEmail: email,
    });
    await tx.insert(userAccount).values({ id: userId, email, name: "Maria Papadaki", locale: "en" });
    await tx.insert(membership).values({ organizationId, userId, role });

    const plans = planKey ? await publicPlanVersions(tx, "new-concierge") : [];
    const chosen = plans.find((plan) => plan.planKey === planKey);
    if (chosen) await applyPlanLimits(tx, { organizationId, planVersionId: chosen.id });
  });
  const actor: OrganizationActor = {
    kind: "user",
    userId,
    sessionId: newId(),
    name: "Maria Papadaki",
    email,
    isSuperAdmin: false,
    organizationId,
    role,
    ipAddress: "127.0.0.1",
  };
  return { organizationId, actor };
}
