import type Stripe from "stripe";

import { openDispute } from "@/sandbox/stripe/objects/disputes";
import { failRefund, finishRefund } from "@/sandbox/stripe/objects/refund-outcome";
import { previousAttributes } from "@/sandbox/stripe/objects/changes";
import { settleCharge } from "@/sandbox/stripe/objects/new-charge";
import type { Sandbox } from "@/sandbox/stripe/sandbox";
import { UnitOfWork, type JobKind } from "@/sandbox/stripe/unit-of-work";

type Job = { kind: JobKind; object_id: string };

const BATCH = 100;

/** Does what is due of the work that Stripe does by itself a moment after a call, and says how much there was. */
export async function runDueJobs(sandbox: Sandbox): Promise<number> {
  return sandbox.sql.begin(async (tx) => {
    const jobs = await tx<Job[]>`
      delete from sandbox_stripe.jobs where id in (
        select id from sandbox_stripe.jobs where run_at <= now() order by run_at limit ${BATCH} for update skip locked)
      returning kind, object_id`;
    if (jobs.length === 0) return 0;

    const work = new UnitOfWork(tx, {
      now: Math.floor(Date.now() / 1000),
      publicUrl: sandbox.publicUrl,
      origin: { requestId: null, idempotencyKey: null },
    });
    await work.load(
      jobs.map((job) => job.object_id),
      { lock: true },
    );
    for (const job of jobs) await run(work, job);
    await work.flush();

    return jobs.length;
  });
}

async function run(work: UnitOfWork, job: Job): Promise<void> {
  switch (job.kind) {
    case "settle_charge":
      return settle(work, await work.retrieve("charge", job.object_id));
    case "open_dispute":
      return openDispute(work, await work.retrieve("charge", job.object_id));
    case "finish_refund":
      return finishRefund(work, await work.retrieve("refund", job.object_id));
    case "fail_refund":
      return failRefund(work, await work.retrieve("refund", job.object_id));
  }
}

/** Under `automatic_async` the balance transaction of a charge is known only now. */
async function settle(work: UnitOfWork, charge: Stripe.Charge): Promise<void> {
  if (charge.balance_transaction !== null) return;

  await work.load([charge.payment_method]);
  const settled = settleCharge(work, charge);
  work.emit("charge.updated", { object: settled, previous: previousAttributes(charge, settled) });
}
