import "server-only";
import { setTimeout as pause } from "node:timers/promises";
import { and, eq, inArray, isNotNull, lt, or, isNull, sql } from "drizzle-orm";
import { pendingChange, subscription } from "@/db/schema/billing";
import { outboxMessage } from "@/db/schema/operations";
import { organization, testClock } from "@/db/schema/organizations";
import { platformTransaction } from "@/db/transaction";
import type { Actor } from "@/lib/auth/actor";
import { closeDueBillingCycles } from "@/lib/billing/services/close-due-billing-cycles";
import { expireIncompleteSubscriptions } from "@/lib/billing/services/expire-incomplete-subscriptions";
import { remindEndingTrials, TRIAL_REMINDER_DAYS } from "@/lib/billing/services/remind-ending-trials";
import { newId } from "@/lib/core/ids";
import { nextStop } from "@/lib/organizations/test-clock";
import { deliverOutbox } from "@/lib/outbox/services/deliver-outbox";
import { workflowHandlers } from "@/lib/workflows/registry";
import { settleOpenAttempts } from "@/lib/workflows/services/settle-open-attempts";
import { snapshotMetrics } from "@/lib/workflows/services/snapshot-metrics";

const ACTOR: Actor = { kind: "clock" };
const LEASE_MS = 60_000;
/** How long a boundary waits for its mails to leave and its payments to settle. */
const SETTLE_MS = 30_000;
const SETTLE_PAUSE_MS = 200;
const BATCH = 250;

export type AdvanceReport = { stops: number; reachedTarget: boolean };

/**
 * Takes a clock to its target, boundary by boundary, through the same services the crons run: snapshots, trials, closing,
 * then everything in the outbox and every payment, before it moves on. It may be killed and run again: it goes on from
 * where the clock stands. `wallClock` reads the real time, for leases and bounds only.
 */
export async function runClockAdvance(request: {
  testClockId: string;
  wallClock: () => Date;
  timeLeft: () => boolean;
}): Promise<AdvanceReport> {
  const report: AdvanceReport = { stops: 0, reachedTarget: false };
  const run = { ...request, holder: newId() };
  const taken = await takeClock(run);
  if (taken === null) return report;
  // Whoever died at a stop may have left it half done; all that happens at one may happen again.
  if (taken.wasInterrupted) await runStop(run, taken.now);

  while (request.timeLeft()) {
    const stop = await moveToNextStop(run);
    if (stop === null) return report;

    await runStop(run, stop.now);
    report.stops += 1;
    if (stop.now.getTime() >= stop.target.getTime()) {
      await finish(request.testClockId);
      report.reachedTarget = true;
      break;
    }
  }
  if (!report.reachedTarget) await releaseLease(request.testClockId);
  return report;
}

type Run = { testClockId: string; wallClock: () => Date; holder: string };

/** Takes the clock for this run; null when it has nowhere to go, or another process is moving it. */
async function takeClock(run: Run): Promise<{ now: Date; wasInterrupted: boolean } | null> {
  return platformTransaction(async (tx) => {
    const [clock] = await tx
      .select()
      .from(testClock)
      .where(and(eq(testClock.id, run.testClockId), eq(testClock.status, "advancing")))
      .for("update");
    if (!clock || (clock.leaseUntil && clock.leaseUntil > run.wallClock())) return null;

    await tx
      .update(testClock)
      .set({ leaseHolder: run.holder, leaseUntil: leaseFrom(run.wallClock()) })
      .where(eq(testClock.id, clock.id));
    return { now: clock.nowAt, wasInterrupted: clock.leaseUntil !== null };
  });
}

function leaseFrom(wallClock: Date): Date {
  return new Date(wallClock.getTime() + LEASE_MS);
}

/** Renews the lease and moves the hands to the next stop; null when the clock is no longer this run's. */
async function moveToNextStop(request: Run): Promise<{ now: Date; target: Date } | null> {
  return platformTransaction(async (tx) => {
    const mine = and(
      eq(testClock.id, request.testClockId),
      eq(testClock.status, "advancing"),
      eq(testClock.leaseHolder, request.holder),
    );
    const [clock] = await tx.select().from(testClock).where(mine).for("update");
    if (!clock?.targetAt) return null;

    const [zones, due] = [
      await tx
        .selectDistinct({ zone: organization.timeZone })
        .from(organization)
        .where(eq(organization.testClockId, clock.id)),
      await tx
        .select({ boundary: subscription.nextBoundaryAt, trialEnd: subscription.trialEnd, status: subscription.status })
        .from(subscription)
        .where(
          and(
            eq(subscription.testClockId, clock.id),
            isNotNull(subscription.nextBoundaryAt),
            isNull(subscription.parkedAt),
          ),
        ),
    ];
    const expiries = await tx
      .select({ expiresAt: pendingChange.expiresAt })
      .from(pendingChange)
      .innerJoin(subscription, eq(subscription.id, pendingChange.subscriptionId))
      .where(
        and(eq(subscription.testClockId, clock.id), isNull(pendingChange.appliedAt), isNull(pendingChange.droppedAt)),
      );
    const now = nextStop({
      now: clock.nowAt,
      target: clock.targetAt,
      timeZones: zones.map((row) => row.zone),
      dueAt: [
        ...due.map((row) => row.boundary),
        ...due.map((row) =>
          row.status === "trialing" && row.boundary ? daysBefore(row.boundary, TRIAL_REMINDER_DAYS) : null,
        ),
        ...expiries.map((row) => row.expiresAt),
      ],
    });

    await tx
      .update(testClock)
      .set({ nowAt: now, leaseUntil: leaseFrom(request.wallClock()) })
      .where(eq(testClock.id, clock.id));
    return { now, target: clock.targetAt };
  });
}

function daysBefore(instant: Date, days: number): Date {
  return new Date(instant.getTime() - days * 86_400_000);
}

async function runStop(request: { testClockId: string; wallClock: () => Date }, now: Date): Promise<void> {
  const scope = { testClockId: request.testClockId };
  const due = { now, scope, actor: ACTOR };
  await platformTransaction((tx) => snapshotMetrics(tx, { now, testClockId: request.testClockId }));
  await remindEndingTrials(due);
  await expireIncompleteSubscriptions(due);
  await closeDueBillingCycles({ ...due, limit: BATCH, timeLeft: () => true });
  await settle(request);
}

/** Delivers until nothing of the clock's organizations is pending, asking the gateway about payments in between. */
async function settle(request: { testClockId: string; wallClock: () => Date }): Promise<void> {
  const until = request.wallClock().getTime() + SETTLE_MS;
  while (request.wallClock().getTime() < until) {
    const waiting = await organizationsWithMessages(request.testClockId);
    for (const organizationId of waiting) {
      await deliverOutbox({ handlers: workflowHandlers, limit: BATCH, organizationId, deadline: new Date(until) });
    }
    const unsettled = await settleOpenAttempts({ testClockId: request.testClockId });
    if (unsettled === 0 && (await organizationsWithMessages(request.testClockId)).length === 0) return;
    // What is left is backing off, or in another process's hands.
    await pause(SETTLE_PAUSE_MS);
  }
  await fail(request.testClockId, `Something was still unsettled after ${SETTLE_MS / 1000} s.`);
}

async function organizationsWithMessages(testClockId: string): Promise<string[]> {
  const rows = await platformTransaction((tx) =>
    tx
      .selectDistinct({ organizationId: outboxMessage.organizationId })
      .from(outboxMessage)
      .where(
        and(
          eq(outboxMessage.status, "pending"),
          inArray(
            outboxMessage.organizationId,
            tx.select({ id: organization.id }).from(organization).where(eq(organization.testClockId, testClockId)),
          ),
        ),
      ),
  );
  return rows.flatMap((row) => (row.organizationId ? [row.organizationId] : []));
}

async function finish(testClockId: string): Promise<void> {
  await platformTransaction((tx) =>
    tx
      .update(testClock)
      .set({ status: "ready", targetAt: null, leaseUntil: null })
      .where(and(eq(testClock.id, testClockId), eq(testClock.status, "advancing"))),
  );
}

async function fail(testClockId: string, reason: string): Promise<void> {
  await platformTransaction((tx) =>
    tx
      .update(testClock)
      .set({ status: "failed", lastError: reason, leaseUntil: null })
      .where(eq(testClock.id, testClockId)),
  );
}

async function releaseLease(testClockId: string): Promise<void> {
  await platformTransaction((tx) =>
    tx.update(testClock).set({ leaseUntil: null }).where(eq(testClock.id, testClockId)),
  );
}

/** Clocks that are to be moved on: left half-way by a killed process, or kept at real time and behind it. */
export async function clocksToAdvance(wallClock: Date): Promise<string[]> {
  const rows = await platformTransaction(async (tx) => {
    await tx
      .update(testClock)
      .set({ status: "advancing", targetAt: wallClock })
      .where(
        and(
          eq(testClock.status, "ready"),
          eq(testClock.followsRealTime, "yes"),
          lt(testClock.nowAt, sql`${wallClock.toISOString()}::timestamptz - interval '1 minute'`),
        ),
      );
    return tx
      .select({ id: testClock.id })
      .from(testClock)
      .where(
        and(eq(testClock.status, "advancing"), or(isNull(testClock.leaseUntil), lt(testClock.leaseUntil, wallClock))),
      );
  });
  return rows.map((row) => row.id);
}
