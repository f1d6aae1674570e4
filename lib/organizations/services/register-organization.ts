import "server-only";
import { eq } from "drizzle-orm";
import { membership, userAccount } from "@/db/schema/identity";
import { organization, testClock } from "@/db/schema/organizations";
import type { Executor } from "@/db/transaction";
import { recordAudit } from "@/lib/audit/services/record-audit";
import type { Actor } from "@/lib/auth/actor";
import { AppError } from "@/lib/core/errors";
import { newId } from "@/lib/core/ids";
import type { Locale } from "@/lib/core/locale";
import { isTimeZone } from "@/lib/core/time-zone";
import { enqueueOutbox } from "@/lib/outbox/services/enqueue-outbox";

export type Registration = {
  name: string;
  slug: string;
  legalName: string;
  vatId: string | null;
  country: string;
  addressLine: string;
  postalCode: string;
  city: string;
  timeZone: string;
  locale: Locale;
  owner: { name: string; email: string; passwordHash: string | null };
};

/**
 * Registers an organization with its owner, and leaves a message of welcome. It is live, or test and under a clock, for life.
 * @throws AppError not_found for an unknown clock, invalid_input for an unknown time zone
 */
export async function registerOrganization(
  tx: Executor,
  request: {
    registration: Registration;
    testClockId: string | null;
    mode: "live" | "test";
    actor: Actor;
    wallClock: Date;
  },
): Promise<{ organizationId: string; ownerUserId: string }> {
  const { registration, testClockId, actor } = request;
  if (!isTimeZone(registration.timeZone))
    throw new AppError("invalid_input", { fieldErrors: { timeZone: ["invalid_choice"] } });
  const now = testClockId === null ? request.wallClock : await clockNow(tx, testClockId);
  const { owner, ...columns } = registration;
  const organizationId = newId();
  const ownerUserId = newId();

  await tx.insert(organization).values({
    ...columns,
    id: organizationId,
    mode: request.mode,
    testClockId,
    billingEmail: owner.email,
  });
  await tx.insert(userAccount).values({
    id: ownerUserId,
    email: owner.email.toLowerCase(),
    name: owner.name,
    locale: registration.locale,
    passwordHash: owner.passwordHash,
    emailVerifiedAt: request.wallClock,
  });
  await tx.insert(membership).values({ organizationId, userId: ownerUserId, role: "owner" });
  await recordAudit(tx, [
    {
      organizationId,
      actor,
      action: "organization.registered",
      entityType: "organization",
      entityId: organizationId,
      detail: { mode: request.mode },
      occurredAt: now,
    },
  ]);
  await enqueueOutbox(tx, [
    {
      organizationId,
      topic: "organization.welcomed",
      aggregateId: organizationId,
      key: `organization.welcomed:${organizationId}`,
      payload: { organizationId, userId: ownerUserId },
    },
  ]);
  return { organizationId, ownerUserId };
}

async function clockNow(tx: Executor, testClockId: string): Promise<Date> {
  const [clock] = await tx.select({ nowAt: testClock.nowAt }).from(testClock).where(eq(testClock.id, testClockId));
  if (!clock) throw new AppError("not_found");
  return clock.nowAt;
}
