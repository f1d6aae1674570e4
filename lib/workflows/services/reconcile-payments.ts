import "server-only";
import { and, asc, eq, inArray, lt, ne, sql } from "drizzle-orm";
import { paymentAttempt } from "@/db/schema/payments";
import { platformTransaction } from "@/db/transaction";
import type { Actor } from "@/lib/auth/actor";
import { isAppError } from "@/lib/core/errors";
import { isId } from "@/lib/core/ids";
import { CONFIRMATION_HOURS } from "@/lib/payments/attempt";
import { paymentGateway } from "@/lib/payments/adapters/payment-gateway-factory";
import { clock } from "@/lib/platform/clock";
import { logger } from "@/lib/platform/logger";
import { collectAgain } from "@/lib/workflows/collect-again";
import { freeFromOpenAttempt } from "@/lib/workflows/services/free-from-open-attempt";
import { resolveAttempt } from "@/lib/workflows/services/resolve-attempt";
import { settleByIntent } from "@/lib/workflows/services/settle-by-intent";

const ACTOR: Actor = { kind: "cron" };

/** A call that is still on its way is left alone for so long. */
const QUIET_SECONDS = 60;

/** The provider tries a webhook again for three days; what it never managed to tell is found here much sooner. */
const LOOK_BACK_HOURS = 48;
const LIST_LIMIT = 1000;
const BATCH = 500;

export type Reconciliation = { processed: number; failed: number };

/**
 * Asks the provider about every attempt whose outcome is not known, cancels payments nobody confirmed for 23 hours, and settles
 * what recent payments say that no webhook has told. An outage leaves everything for the next run.
 */
export async function reconcilePayments(run: { now: Date; deadline: Date }): Promise<Reconciliation> {
  const tally: Reconciliation = { processed: 0, failed: 0 };
  const each = async <T>(items: T[], work: (item: T) => Promise<boolean>): Promise<void> => {
    for (const item of items) {
      if (clock.now() >= run.deadline) return;
      try {
        if (await work(item)) tally.processed += 1;
      } catch (error) {
        if (!isAppError(error, "provider_unavailable")) logger().error({ error }, "a payment could not be reconciled");
        tally.failed += 1;
      }
    }
  };

  await each(await unanswered(), async ({ id }) => {
    const { settlement } = await resolveAttempt({ attemptId: id, actor: ACTOR });
    return settlement !== null && settlement.kind !== "ignored";
  });
  await each(await unconfirmed(), cancelUnconfirmed);
  await each(await untold(run.now, tally), ({ intentId, outcome }) =>
    settleByIntent({ intentId, outcome, actor: ACTOR }),
  );
  return tally;
}

function unanswered() {
  return platformTransaction((tx) =>
    tx
      .select({ id: paymentAttempt.id })
      .from(paymentAttempt)
      .where(
        and(
          inArray(paymentAttempt.status, ["pending", "processing", "unknown"]),
          lt(paymentAttempt.createdAt, sql`now() - make_interval(secs => ${QUIET_SECONDS})`),
        ),
      )
      .orderBy(asc(paymentAttempt.createdAt))
      .limit(BATCH),
  );
}

function unconfirmed() {
  return platformTransaction((tx) =>
    tx
      .select({ id: paymentAttempt.id, invoiceId: paymentAttempt.invoiceId })
      .from(paymentAttempt)
      .where(
        and(
          eq(paymentAttempt.status, "requires_action"),
          lt(paymentAttempt.createdAt, sql`now() - make_interval(hours => ${CONFIRMATION_HOURS})`),
        ),
      )
      .orderBy(asc(paymentAttempt.createdAt))
      .limit(BATCH),
  );
}

/** An open invoice that only ever saw a payment page left half-way is collected like any other. */
async function cancelUnconfirmed({ id, invoiceId }: { id: string; invoiceId: string }): Promise<boolean> {
  const status = await freeFromOpenAttempt({ attemptId: id, actor: ACTOR, takeOver: "any" });
  if (status !== "canceled") return status !== "requires_action";

  await platformTransaction(async (tx) => {
    const collected = await tx
      .select({ id: paymentAttempt.id })
      .from(paymentAttempt)
      .where(and(eq(paymentAttempt.invoiceId, invoiceId), eq(paymentAttempt.session, "off_session")))
      .limit(1);
    if (collected.length === 0) await collectAgain(tx, invoiceId);
  });
  return true;
}

/** Recent payments that succeeded at the provider while ours of them has not. */
async function untold(now: Date, tally: Reconciliation) {
  const since = new Date(now.getTime() - LOOK_BACK_HOURS * 3_600_000);
  try {
    const listed = await paymentGateway().listIntentsSince({ since, limit: LIST_LIMIT });
    const candidates = listed.flatMap((outcome) => {
      const { providerPaymentIntentId: intentId, reference, status } = outcome;
      const attemptId = reference?.attemptId;
      return status === "succeeded" && intentId && isId(attemptId) ? [{ intentId, attemptId, outcome }] : [];
    });
    const behind = await notSucceeded(candidates.map(({ attemptId }) => attemptId));
    return candidates.filter(({ attemptId }) => behind.has(attemptId));
  } catch (error) {
    if (!isAppError(error, "provider_unavailable")) throw error;
    tally.failed += 1;
    return [];
  }
}

async function notSucceeded(ids: string[]): Promise<Set<string>> {
  if (ids.length === 0) return new Set();
  const rows = await platformTransaction((tx) =>
    tx
      .select({ id: paymentAttempt.id })
      .from(paymentAttempt)
      .where(and(inArray(paymentAttempt.id, ids), ne(paymentAttempt.status, "succeeded"))),
  );
  return new Set(rows.map((row) => row.id));
}
