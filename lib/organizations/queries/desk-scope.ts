import "server-only";
import { eq, sql } from "drizzle-orm";
import { issuer } from "@/db/schema/invoicing";
import { organization } from "@/db/schema/organizations";
import type { UserActor } from "@/lib/auth/actor";
import { adminRead } from "@/lib/auth/queries/admin-read";
import { ORGANIZATION_MODES, type OrganizationMode } from "@/lib/organizations/organization";

/** Whose figures the desk shows, and the zone its months and moments are told in: that of the mode's issuer. */
export type DeskScope = { mode: OrganizationMode; hasLive: boolean; timeZone: string };

/** Used until an issuer says otherwise. */
const FALLBACK_TIME_ZONE = "Europe/Athens";

/** The mode asked for; without a valid one live, or test while there is no live organization. */
export async function deskScope(actor: UserActor, requested: string | undefined): Promise<DeskScope> {
  return adminRead(actor, async (tx) => {
    const [live] = await tx
      .select({ one: sql<number>`1` })
      .from(organization)
      .where(eq(organization.mode, "live"))
      .limit(1);
    const hasLive = live !== undefined;
    const mode = ORGANIZATION_MODES.find((known) => known === requested) ?? (hasLive ? "live" : "test");
    const [zone] = await tx.select({ timeZone: issuer.timeZone }).from(issuer).where(eq(issuer.mode, mode));

    return { mode, hasLive, timeZone: zone?.timeZone ?? FALLBACK_TIME_ZONE };
  });
}
