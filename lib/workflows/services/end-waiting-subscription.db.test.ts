import { eq } from "drizzle-orm";
import { beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { pendingChange, subscription } from "@/db/schema/billing";
import { paymentAttempt } from "@/db/schema/payments";
import { loadCatalogues } from "@/db/seed/load-catalogues";
import { loadIssuers } from "@/db/seed/load-issuers";
import { platformTransaction } from "@/db/transaction";
import type { OrganizationActor } from "@/lib/auth/actor";
import { startSubscription, type StartedSubscription } from "@/lib/billing/services/start-subscription";
import { publicPlans } from "@/lib/catalog/queries/public-plans";
import { type FakeGateway, fakePaymentGateway } from "@/lib/testing/fake-payment-gateway";
import { sampleOrganization } from "@/lib/testing/sample-organization";
import { endWaitingSubscription } from "@/lib/workflows/services/end-waiting-subscription";
import { startOnSessionPayment } from "@/lib/workflows/services/start-on-session-payment";

const held = vi.hoisted(() => ({ gateway: null as unknown as FakeGateway }));
vi.mock("@/lib/payments/adapters/payment-gateway-factory", () => ({ paymentGateway: () => held.gateway }));

beforeAll(async () => {
  await loadCatalogues();
  await platformTransaction(loadIssuers);
});
beforeEach(() => {
  held.gateway = fakePaymentGateway();
});

async function start(actor: OrganizationActor, plan: string, withTrial = false): Promise<StartedSubscription> {
  const version = (await publicPlans()).find(({ planKey }) => planKey === plan);
  const choice = { planVersionId: version?.id ?? "", interval: "month" as const, withTrial };
  return startSubscription({ organizationId: actor.organizationId, actor, wallClock: new Date(), choice });
}

const rowOf = async (id: string) => {
  const [row] = await platformTransaction((tx) => tx.select().from(subscription).where(eq(subscription.id, id)));
  return row;
};

describe("ending what waits", () => {
  it("drops a first payment that was begun, cancels it at the provider, and makes room for another plan", async () => {
    const { actor } = await sampleOrganization();
    const first = await start(actor, "starter");
    const payment = await startOnSessionPayment({ actor, invoiceId: first.draftInvoiceId ?? "" });

    await endWaitingSubscription({ actor });
    expect(await rowOf(first.subscriptionId)).toMatchObject({ status: "expired" });
    const [attempt] = await platformTransaction((tx) =>
      tx.select().from(paymentAttempt).where(eq(paymentAttempt.id, payment.attemptId)),
    );
    expect(attempt?.status).toBe("canceled");
    expect([...held.gateway.intents.values()].map(({ status }) => status)).toEqual(["canceled"]);
    const changes = await platformTransaction((tx) =>
      tx.select().from(pendingChange).where(eq(pendingChange.subscriptionId, first.subscriptionId)),
    );
    expect(changes.every(({ droppedAt }) => droppedAt !== null)).toBe(true);
    expect(await start(actor, "professional")).toMatchObject({ status: "incomplete" });
  });

  it("gives way to a payment that has just gone through", async () => {
    const { actor } = await sampleOrganization();
    const first = await start(actor, "starter");
    await startOnSessionPayment({ actor, invoiceId: first.draftInvoiceId ?? "" });
    const [intentId = ""] = held.gateway.intents.keys();
    held.gateway.confirm(intentId);

    await expect(endWaitingSubscription({ actor })).rejects.toMatchObject({ code: "conflict" });
    expect(await rowOf(first.subscriptionId)).toMatchObject({ status: "active" });
  });

  it("ends a trial that paused without a card, and leaves a plan that runs alone", async () => {
    const { actor } = await sampleOrganization();
    const trial = await start(actor, "starter", true);
    await endWaitingSubscription({ actor });
    expect(await rowOf(trial.subscriptionId)).toMatchObject({ status: "trialing", canceledAt: null });

    const paused = { status: "paused" as const, nextBoundaryAt: null };
    await platformTransaction((tx) =>
      tx.update(subscription).set(paused).where(eq(subscription.id, trial.subscriptionId)),
    );
    await endWaitingSubscription({ actor });
    expect(await rowOf(trial.subscriptionId)).toMatchObject({ status: "canceled", canceledAt: expect.any(Date) });
  });
});
