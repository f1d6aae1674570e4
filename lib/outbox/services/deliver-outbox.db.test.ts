import { eq, sql } from "drizzle-orm";
import { beforeEach, describe, expect, it } from "vitest";

import { auditEvent, outboxMessage } from "@/db/schema/operations";
import { platformTransaction } from "@/db/transaction";
import { newId } from "@/lib/core/ids";
import { AppError } from "@/lib/core/errors";
import { OUTBOX_TOPICS } from "@/lib/outbox/outbox-message";
import { MAX_DELIVERY_TRIES } from "@/lib/outbox/retry-delay";
import type { ClaimedMessage } from "@/lib/outbox/services/claim-outbox";
import { deliverOutbox, type OutboxHandlers } from "@/lib/outbox/services/deliver-outbox";
import { enqueueOutbox } from "@/lib/outbox/services/enqueue-outbox";

const handledBy = (handler: (message: ClaimedMessage) => Promise<void>) =>
  Object.fromEntries(OUTBOX_TOPICS.map((topic) => [topic, handler])) as OutboxHandlers;

const deliver = (
  handler: (message: ClaimedMessage) => Promise<void>,
  more: { organizationId?: string; limit?: number } = {},
) => deliverOutbox({ handlers: handledBy(handler), limit: 1000, deadline: new Date(Date.now() + 20_000), ...more });

const enqueue = (aggregateId: string, count: number, organizationId: string | null = null) =>
  platformTransaction((tx) =>
    enqueueOutbox(
      tx,
      Array.from({ length: count }, (_, n) => ({
        organizationId,
        topic: "mail.send" as const,
        aggregateId,
        key: `${aggregateId}:${n}`,
        payload: { n },
      })),
    ),
  );

const rows = () => platformTransaction((tx) => tx.select().from(outboxMessage).orderBy(outboxMessage.position));
const makeDue = () =>
  platformTransaction((tx) => tx.update(outboxMessage).set({ availableAt: sql`now()`, lockedUntil: null }));

beforeEach(async () => {
  await platformTransaction((tx) => tx.execute(sql`delete from outbox_message`));
});

describe("delivering", () => {
  it("hands each message over once, those of one aggregate in order, however many workers there are", async () => {
    const aggregates = Array.from({ length: 5 }, newId);
    for (const aggregate of aggregates) await enqueue(aggregate, 6);
    const seen: ClaimedMessage[] = [];
    const running = new Set<string>();
    const handler = async (message: ClaimedMessage) => {
      expect(running.has(message.aggregateId)).toBe(false);
      running.add(message.aggregateId);
      await new Promise((resolve) => setTimeout(resolve, 5));
      seen.push(message);
      running.delete(message.aggregateId);
    };

    const runs = await Promise.all([deliver(handler), deliver(handler), deliver(handler)]);
    expect(runs.reduce((sum, run) => sum + run.processed, 0)).toBe(30);
    for (const aggregate of aggregates) {
      const order = seen.filter((message) => message.aggregateId === aggregate).map((message) => message.payload["n"]);
      expect(order).toEqual([0, 1, 2, 3, 4, 5]);
    }
    expect((await rows()).every((row) => row.status === "delivered")).toBe(true);
  });

  it("goes on with what a handler has written", async () => {
    const [first, second] = [newId(), newId()];
    await enqueue(first, 1);
    const run = await deliver(async (message) => {
      if (message.aggregateId === first) await enqueue(second, 3);
    });
    expect(run).toEqual({ processed: 4, failed: 0, pending: 0 });
  });

  it("keeps to one organization when asked", async () => {
    const [mine, other] = [newId(), newId()];
    await enqueue(newId(), 2, mine);
    await enqueue(newId(), 2, other);
    expect(await deliver(() => Promise.resolve(), { organizationId: mine })).toEqual({
      processed: 2,
      failed: 0,
      pending: 0,
    });
    expect((await rows()).filter((row) => row.status === "pending")).toHaveLength(2);
  });
});

describe("a handler that fails", () => {
  it("holds back its own aggregate only, with a longer pause each time, and says why without people's data", async () => {
    const [failing, fine] = [newId(), newId()];
    await enqueue(failing, 2);
    await enqueue(fine, 2);
    const run = await deliver((message) =>
      message.aggregateId === failing
        ? Promise.reject(new AppError("provider_unavailable", { message: "nobody answers" }))
        : Promise.resolve(),
    );
    expect(run).toEqual({ processed: 2, failed: 1, pending: 2 });

    const [held] = await rows();
    expect(held).toMatchObject({
      status: "pending",
      attemptCount: 1,
      lastError: "provider_unavailable: nobody answers",
    });
    const wait = (held?.availableAt.getTime() ?? 0) - Date.now();
    expect(wait).toBeGreaterThan(5_000);
    expect(wait).toBeLessThan(11_000);
    expect(await deliver(() => Promise.resolve())).toMatchObject({ processed: 0 });
  });

  it("is given up after twelve tries, on record, and then lets the next message through", async () => {
    const aggregate = newId();
    await enqueue(aggregate, 2);
    const tried: unknown[] = [];
    for (let n = 0; n < MAX_DELIVERY_TRIES + 1; n += 1) {
      await makeDue();
      await deliver((message) => {
        tried.push(message.payload["n"]);
        return message.payload["n"] === 0 ? Promise.reject(new Error("a secret of somebody's")) : Promise.resolve();
      });
    }
    expect(tried).toEqual([...Array.from({ length: MAX_DELIVERY_TRIES }, () => 0), 1]);
    const [dead, next] = await rows();
    expect(dead).toMatchObject({ status: "dead", attemptCount: MAX_DELIVERY_TRIES, lastError: "Error" });
    expect(next).toMatchObject({ status: "delivered" });
    const audits = await platformTransaction((tx) =>
      tx
        .select()
        .from(auditEvent)
        .where(eq(auditEvent.entityId, dead?.id ?? "")),
    );
    expect(audits).toMatchObject([{ action: "outbox.message_dead" }]);
  });

  it("that died in the middle gives its message back when the lease ends, and changes nothing when it comes back", async () => {
    await enqueue(newId(), 1);
    let wake: () => void = () => undefined;
    const slow = deliver(() => new Promise((resolve) => (wake = resolve)));
    await expect.poll(async () => (await rows())[0]?.attemptCount).toBe(1);

    expect(await deliver(() => Promise.resolve())).toMatchObject({ processed: 0, pending: 1 });
    await platformTransaction((tx) => tx.update(outboxMessage).set({ lockedUntil: sql`now() - interval '1 second'` }));
    await deliver(() => Promise.reject(new Error("second try")));
    expect((await rows())[0]).toMatchObject({ status: "pending", attemptCount: 2, lastError: "Error" });

    wake();
    await slow;
    expect((await rows())[0]).toMatchObject({ status: "pending", attemptCount: 2 });
  });
});
