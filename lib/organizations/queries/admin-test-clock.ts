import "server-only";
import { and, asc, desc, eq, gt, isNull, min, sql } from "drizzle-orm";
import { plan, planVersion } from "@/db/schema/catalog";
import { subscription } from "@/db/schema/billing";
import { organization, testClock } from "@/db/schema/organizations";
import type { Executor } from "@/db/transaction";
import { type AuditRow, auditEvents } from "@/lib/audit/queries/audit-events";
import type { UserActor } from "@/lib/auth/actor";
import { adminRead } from "@/lib/auth/queries/admin-read";
import type { Localized } from "@/lib/core/locale";
import type { TestClockStatus } from "@/lib/organizations/test-clock";

/** One advance: what was asked of the clock, when, and by whom. */
export type ClockRun = { id: string; from: Date; to: Date; requestedAt: Date; by: string | null };

export type ClockOrganization = {
  id: string;
  name: string;
  billingEmail: string;
  planName: Localized | null;
  status: string | null;
  isParked: boolean;
  nextBoundaryAt: Date | null;
  timeZone: string;
};

export type AdminTestClock = {
  id: string;
  name: string;
  nowAt: Date;
  targetAt: Date | null;
  status: TestClockStatus;
  followsRealTime: boolean;
  /** Whether some process is moving it right now, by the wall clock given. */
  isMoving: boolean;
  lastError: string | null;
  timeZone: string;
  nextBoundaryAt: Date | null;
  organizations: ClockOrganization[];
  /** The latest first. */
  runs: ClockRun[];
};

const MOST_RUNS = 20;
const FALLBACK_TIME_ZONE = "Europe/Athens";

/** A test clock, who lives by it, and where it has been taken; null when there is none. */
export async function adminTestClock(
  actor: UserActor,
  request: { testClockId: string; wallClock: Date },
): Promise<AdminTestClock | null> {
  return adminRead(actor, async (tx) => {
    const [clock] = await tx.select().from(testClock).where(eq(testClock.id, request.testClockId));
    if (!clock) return null;

    const organizations = await organizationsOf(tx, clock.id);
    const [next] = await tx
      .select({ boundary: min(subscription.nextBoundaryAt) })
      .from(subscription)
      .where(
        and(
          eq(subscription.testClockId, clock.id),
          isNull(subscription.parkedAt),
          gt(subscription.nextBoundaryAt, clock.nowAt),
        ),
      );
    const asked = await auditEvents(tx, {
      filter: { entityIds: [clock.id], subject: "test_clock" },
      page: 1,
      pageSize: MOST_RUNS,
    });

    return {
      id: clock.id,
      name: clock.name,
      nowAt: clock.nowAt,
      targetAt: clock.targetAt,
      status: clock.status,
      followsRealTime: clock.followsRealTime === "yes",
      isMoving: clock.status === "advancing" && clock.leaseUntil !== null && clock.leaseUntil > request.wallClock,
      lastError: clock.lastError,
      timeZone: organizations[0]?.timeZone ?? FALLBACK_TIME_ZONE,
      nextBoundaryAt: next?.boundary ?? null,
      organizations,
      runs: asked.flatMap(runOf),
    };
  });
}

async function organizationsOf(tx: Executor, testClockId: string): Promise<ClockOrganization[]> {
  const rows = await tx
    .selectDistinctOn([organization.name, organization.id], {
      id: organization.id,
      name: organization.name,
      billingEmail: organization.billingEmail,
      timeZone: organization.timeZone,
      planName: plan.name,
      status: subscription.status,
      parkedAt: subscription.parkedAt,
      nextBoundaryAt: subscription.nextBoundaryAt,
    })
    .from(organization)
    .leftJoin(subscription, eq(subscription.organizationId, organization.id))
    .leftJoin(planVersion, eq(planVersion.id, subscription.planVersionId))
    .leftJoin(plan, eq(plan.id, planVersion.planId))
    .where(eq(organization.testClockId, testClockId))
    .orderBy(
      asc(organization.name),
      asc(organization.id),
      sql`case when ${subscription.status} in ('canceled', 'expired') then 1 else 0 end`,
      desc(subscription.startedAt),
    );
  return rows.map(({ parkedAt, ...row }) => ({ ...row, isParked: parkedAt !== null }));
}

function runOf(event: AuditRow): ClockRun[] {
  const { from, to } = event.detail;
  if (typeof from !== "string" || typeof to !== "string") return [];
  return [{ id: event.id, from: new Date(from), to: new Date(to), requestedAt: event.createdAt, by: event.actorName }];
}
