import "server-only";
import { cache } from "react";
import type { OrganizationActor } from "@/lib/auth/actor";
import { type OrganizationProfile, organizationProfile } from "@/lib/organizations/queries/organization-profile";
import { type ResidentHome, residentHome } from "@/lib/people/queries/resident-home";
import { clock } from "@/lib/platform/clock";

/** How many announcements the home page shows. */
const NEWEST = 3;

export type ResidentDesk = { profile: OrganizationProfile; home: ResidentHome };

/** What the shell and the home page both show of a resident's home; read once a request, one connection at a time. */
export const residentDesk = cache(async (actor: OrganizationActor): Promise<ResidentDesk> => {
  const now = clock.now();
  const profile = await organizationProfile(actor, { now });
  return { profile, home: await residentHome(actor, { now, page: 1, pageSize: NEWEST }) };
});
