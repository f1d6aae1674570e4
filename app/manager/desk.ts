import "server-only";
import { cache } from "react";
import type { OrganizationActor } from "@/lib/auth/actor";
import { can } from "@/lib/auth/permissions";
import { type BillingAttention, billingAttention } from "@/lib/billing/queries/billing-attention";
import { type OrganizationProfile, organizationProfile } from "@/lib/organizations/queries/organization-profile";
import { clock } from "@/lib/platform/clock";
import { type MeasuredLimit, measuredLimits } from "@/lib/usage/queries/measured-limits";
import { type Attention, attentionOf } from "./attention";

export type ManagerDesk = {
  profile: OrganizationProfile;
  limits: MeasuredLimit[];
  /** Null for those who may not see billing. */
  billing: BillingAttention | null;
  attention: Attention[];
};

/** What the shell and the overview both show of the organization; read once a request, one connection at a time. */
export const managerDesk = cache(async (actor: OrganizationActor): Promise<ManagerDesk> => {
  const profile = await organizationProfile(actor, { now: clock.now() });
  const limits = await measuredLimits(actor, { now: profile.now });
  const billing = can(actor, "billing.view") ? await billingAttention(actor) : null;
  return { profile, limits, billing, attention: attentionOf({ billing, limits, today: profile.today }) };
});
