import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";

import {
  booksOf,
  PATIENCE_MS,
  payableAtProvider,
  type Provider,
  reconcile,
  saveCard,
  startProvider,
} from "@/e2e/engine/real-provider";
import { payableInvoice, type PayableInvoice, subscriptionStatus } from "@/lib/testing/payable-invoice";
import { collectPayment } from "@/lib/workflows/services/collect-payment";
import { payInvoice } from "@/lib/workflows/services/pay-invoice";

const CHARGES = "/v1/payment_intents";
let provider: Provider;

// No webhook is registered here: what the provider's answer did not say is learnt by asking alone.
beforeAll(async () => {
  provider = await startProvider();
});
afterEach(() => provider.heal());
afterAll(() => provider.stop());

const paid = (due: PayableInvoice, attempts = ["succeeded"]) => ({
  status: "paid",
  paidMinor: due.totalMinor,
  attempts,
  entries: 1,
});
const nothingBooked = { status: "open", paidMinor: 0, attempts: ["unknown"], entries: 0 };

describe.each([
  ["answers 500", { mode: "charge_then_500" }],
  ["never answers", { mode: "charge_then_hang", delay_ms: PATIENCE_MS * 20 }],
])("a provider that charges and then %s", (_, lie) => {
  it("leaves the attempt unknown, the customer not past due, and is never asked for the money again", async () => {
    const due = await payableAtProvider(provider);
    await provider.fault({ path: CHARGES, ...lie });

    expect(await collectPayment({ invoiceId: due.invoiceId, attemptNumber: 1 })).toBe("unknown");
    expect(await booksOf(due)).toEqual(nothingBooked);
    expect(await subscriptionStatus(due.subscriptionId)).toBe("active");
    expect(await provider.taken(due.invoiceId)).toEqual([due.totalMinor]);

    await reconcile();
    expect(await booksOf(due)).toEqual(paid(due));
    expect(await provider.taken(due.invoiceId)).toEqual([due.totalMinor]);

    await reconcile();
    expect(await collectPayment({ invoiceId: due.invoiceId, attemptNumber: 2 })).toBe("not_payable");
    expect(await provider.taken(due.invoiceId)).toEqual([due.totalMinor]);
  });

  it("is found out by the next who wants to collect, who takes no more", async () => {
    const due = await payableAtProvider(provider);
    await provider.fault({ path: CHARGES, ...lie });
    await collectPayment({ invoiceId: due.invoiceId, attemptNumber: 1 });

    await collectPayment({ invoiceId: due.invoiceId, attemptNumber: 2 });
    expect(await booksOf(due)).toEqual(paid(due));
    expect(await provider.taken(due.invoiceId)).toEqual([due.totalMinor]);
  });

  it("takes no more from a manager who presses Pay now meanwhile", async () => {
    const due = await payableAtProvider(provider);
    await provider.fault({ path: CHARGES, ...lie });
    await collectPayment({ invoiceId: due.invoiceId, attemptNumber: 1 });

    await expect(payInvoice({ actor: due.actor, invoiceId: due.invoiceId })).rejects.toMatchObject({
      code: "conflict",
    });
    expect(await booksOf(due)).toEqual(paid(due));
    expect(await provider.taken(due.invoiceId)).toEqual([due.totalMinor]);
  });
});

it("while the provider cannot be read either, nobody may try again", async () => {
  const due = await payableAtProvider(provider);
  await provider.fault({ path: CHARGES, mode: "charge_then_500" });
  await collectPayment({ invoiceId: due.invoiceId, attemptNumber: 1 });
  await provider.fault({ path: "/v1/*", method: "GET", mode: "error_500", times: 100 });

  await expect(collectPayment({ invoiceId: due.invoiceId, attemptNumber: 2 })).rejects.toMatchObject({
    code: "provider_unavailable",
  });
  await reconcile();
  expect(await booksOf(due)).toEqual(nothingBooked);

  await provider.heal();
  expect(await provider.taken(due.invoiceId)).toEqual([due.totalMinor]);
  await reconcile();
  expect(await booksOf(due)).toEqual(paid(due));
  expect(await provider.taken(due.invoiceId)).toEqual([due.totalMinor]);
});

it("a request that never arrived is sent again under its own key and charges once", async () => {
  const due = await payableAtProvider(provider);
  await provider.fault({ path: CHARGES, mode: "error_500" });
  expect(await collectPayment({ invoiceId: due.invoiceId, attemptNumber: 1 })).toBe("unknown");
  expect(await provider.taken(due.invoiceId)).toEqual([]);

  await reconcile();
  expect(await booksOf(due)).toEqual(paid(due));
  expect(await provider.taken(due.invoiceId)).toEqual([due.totalMinor]);
});

it("ten collectors at once of a slow provider charge once", async () => {
  const due = await payableAtProvider(provider);
  await provider.fault({ path: CHARGES, mode: "delay", delay_ms: 200 });
  await Promise.allSettled(
    Array.from({ length: 10 }, () => collectPayment({ invoiceId: due.invoiceId, attemptNumber: 1 })),
  );
  await reconcile();
  expect(await booksOf(due)).toEqual(paid(due));
  expect(await provider.taken(due.invoiceId)).toEqual([due.totalMinor]);
});

it("a declined card takes nothing; a good one in its place is charged once and lifts the past due", async () => {
  const due = await payableInvoice({ hasCard: false });
  await saveCard(provider, due.actor, "pm_card_chargeCustomerFail");
  expect(await collectPayment({ invoiceId: due.invoiceId, attemptNumber: 1 })).toBe("failed");
  expect(await subscriptionStatus(due.subscriptionId)).toBe("past_due");
  expect(await provider.taken(due.invoiceId)).toEqual([]);

  await saveCard(provider, due.actor);
  expect(await payInvoice({ actor: due.actor, invoiceId: due.invoiceId })).toMatchObject({ status: "paid" });
  expect(await booksOf(due)).toEqual(paid(due, ["failed", "succeeded"]));
  expect(await subscriptionStatus(due.subscriptionId)).toBe("active");
  expect(await provider.taken(due.invoiceId)).toEqual([due.totalMinor]);
});
