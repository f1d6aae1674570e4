import { sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, it } from "vitest";

import { platformTransaction } from "@/db/transaction";
import { runProcess } from "@/e2e/engine/killed-process";
import {
  booksOf,
  deliver,
  payableAtProvider,
  type Provider,
  reconcile,
  startProvider,
} from "@/e2e/engine/real-provider";
import type { PayableInvoice } from "@/lib/testing/payable-invoice";
import { collectAgain } from "@/lib/workflows/collect-again";

const INVOICES = 60;
const KILLS = 10;
const MODULE = new URL("./deliver-process.ts", import.meta.url);
let provider: Provider;
const due: PayableInvoice[] = [];

beforeAll(async () => {
  provider = await startProvider();
  for (let n = 0; n < INVOICES; n += 1) due.push(await payableAtProvider(provider));
  // What follows an invoice's issue (its PDF, its mail) is done; only the collections are still to come.
  await deleteMessages();
  await platformTransaction(async (tx) => {
    for (const { invoiceId } of due) await collectAgain(tx, invoiceId);
  });
});
afterAll(() => provider.stop());

const deleteMessages = () => platformTransaction((tx) => tx.execute(sql`delete from outbox_message`));

/** What two minutes do: the claims of the killed lapse, and what was postponed is due. */
const letLeasesLapse = () =>
  platformTransaction((tx) => tx.execute(sql`update outbox_message set locked_until = null, available_at = now()`));

async function countPending(): Promise<number> {
  const [row] = await platformTransaction((tx) =>
    tx.execute<{ n: number }>(sql`select count(*)::int as n from payment_attempt where status = 'pending'`),
  );
  return row?.n ?? 0;
}

async function countAttempts(): Promise<number> {
  const [row] = await platformTransaction((tx) =>
    tx.execute<{ n: number }>(sql`select count(*)::int as n from payment_attempt`),
  );
  return row?.n ?? 0;
}

it(`charges every customer once after ${KILLS} kills of the collector`, { timeout: 180_000 }, async () => {
  // A provider that takes its time, so that many kills fall between the charge and our knowing of it.
  await provider.fault({ path: "/v1/payment_intents", mode: "delay", delay_ms: 100, times: INVOICES * 2 });
  let leftInDoubt = 0;
  for (let kill = 0; kill < KILLS; kill += 1) {
    const before = await countAttempts();
    await runProcess(MODULE, { killAfter: Math.random() * 80, killOnce: async () => (await countAttempts()) > before });
    leftInDoubt += await countPending();
    await letLeasesLapse();
  }
  // Kills that fell on no payment would have tried nothing.
  expect(leftInDoubt).toBeGreaterThan(KILLS / 2);

  await provider.heal();
  await deliver();
  await reconcile();
  await letLeasesLapse();
  await deliver();

  for (const invoice of due) {
    expect(await booksOf(invoice)).toEqual({
      status: "paid",
      paidMinor: invoice.totalMinor,
      attempts: ["succeeded"],
      entries: 1,
    });
  }
  const charges = new Map<string, number>();
  for await (const charge of provider.stripe.charges.list({ limit: 100 })) {
    const invoiceId = charge.metadata["invoice_id"] ?? "";
    charges.set(invoiceId, (charges.get(invoiceId) ?? 0) + charge.amount_captured);
  }
  expect(charges).toEqual(new Map(due.map(({ invoiceId, totalMinor }) => [invoiceId, totalMinor])));
});
