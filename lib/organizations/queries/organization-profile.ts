import "server-only";
import { eq } from "drizzle-orm";
import { organization, testClock } from "@/db/schema/organizations";
import { organizationTransaction } from "@/db/transaction";
import type { OrganizationActor } from "@/lib/auth/actor";
import type { CalendarDate } from "@/lib/core/calendar";
import { AppError } from "@/lib/core/errors";
import { dateInZone } from "@/lib/core/time-zone";

export type OrganizationProfile = {
  name: string;
  timeZone: string;
  /** Whom its people and its residents can write to. */
  contactEmail: string;
  /** The organization's own instant: its test clock's when it hangs on one. */
  now: Date;
  today: CalendarDate;
  hasTestClock: boolean;
};

/**
 * The organization someone acts in, and the time it lives in. `now` is the wall clock.
 * @throws AppError not_found
 */
export function organizationProfile(actor: OrganizationActor, { now }: { now: Date }): Promise<OrganizationProfile> {
  const { organizationId } = actor;
  return organizationTransaction(organizationId, async (tx) => {
    const [row] = await tx
      .select({
        name: organization.name,
        timeZone: organization.timeZone,
        contactEmail: organization.billingEmail,
        clockNow: testClock.nowAt,
      })
      .from(organization)
      .leftJoin(testClock, eq(testClock.id, organization.testClockId))
      .where(eq(organization.id, organizationId));
    if (!row) throw new AppError("not_found");

    const { clockNow, ...profile } = row;
    const lived = clockNow ?? now;
    return { ...profile, now: lived, today: dateInZone(lived, row.timeZone), hasTestClock: clockNow !== null };
  });
}
