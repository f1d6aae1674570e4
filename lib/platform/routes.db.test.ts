import { eq, sql } from "drizzle-orm";
import { NextRequest } from "next/server";
import postgres from "postgres";
import { describe, expect, it } from "vitest";
import { jobRun, outboxMessage } from "@/db/schema/operations";
import { webhookEvent } from "@/db/schema/payments";
import { platformTransaction } from "@/db/transaction";
import { AppError } from "@/lib/core/errors";
import { newId } from "@/lib/core/ids";
import { assertDatabaseRoles } from "@/lib/platform/assert-database-roles";
import { cronRoute } from "@/lib/platform/cron-route";
import { env } from "@/lib/platform/env";
import { takeLease } from "@/lib/platform/job-lease";
import { webhookRoute } from "@/lib/platform/webhook-route";

const URL = "http://localhost:3000/api/x";

function call(init: { method?: string; headers?: Record<string, string>; body?: string } = {}): NextRequest {
  return new NextRequest(URL, init);
}

const withSecret = (): Record<string, string> => ({ authorization: `Bearer ${env().CRON_SECRET}` });

describe("cronRoute", () => {
  const runsOf = (job: string): Promise<{ processed: number; failed: number; error: string | null }[]> =>
    platformTransaction((tx) =>
      tx
        .select({ processed: jobRun.processed, failed: jobRun.failed, error: jobRun.error })
        .from(jobRun)
        .where(eq(jobRun.job, job))
        .orderBy(jobRun.startedAt, jobRun.id),
    );

  it("runs for the secret alone, by GET and POST, and records the run", async () => {
    const { GET, POST } = cronRoute(() => Promise.resolve({ processed: 2, failed: 1, lagSeconds: 30 }), { job: "one" });
    for (const headers of [{}, { authorization: "Bearer wrong" }, { cookie: `secret=${env().CRON_SECRET}` }]) {
      const refused = await GET(call({ headers: { ...headers } }));
      expect([refused.status, refused.headers.get("content-type")]).toEqual([401, "application/problem+json"]);
    }
    expect(await runsOf("one")).toEqual([]);

    const answer = await GET(call({ headers: withSecret() }));
    expect([answer.status, await answer.json()]).toEqual([200, { processed: 2, failed: 1, lagSeconds: 30 }]);
    await POST(call({ method: "POST", headers: withSecret() }));
    expect(await runsOf("one")).toHaveLength(2);
  });

  it("keeps one idle run only, and every one that failed", async () => {
    const outcomes = [
      () => Promise.resolve({ processed: 0, failed: 0 }),
      () => Promise.resolve({ processed: 0, failed: 0 }),
      () => Promise.reject(new Error("a secret detail")),
      () => Promise.resolve({ processed: 1, failed: 0 }),
      () => Promise.resolve({ processed: 0, failed: 0 }),
    ];
    const { GET } = cronRoute(() => outcomes.shift()?.() ?? Promise.reject(new Error("no more")), { job: "idle" });
    const statuses: number[] = [];
    for (let run = 0; run < 5; run += 1) {
      const answer = await GET(call({ headers: withSecret() }));
      statuses.push(answer.status);
      if (answer.status === 500) expect(await answer.text()).not.toContain("secret");
    }
    expect(statuses).toEqual([200, 200, 500, 200, 200]);
    expect(await runsOf("idle")).toEqual([
      { processed: 0, failed: 1, error: "Error" },
      { processed: 1, failed: 0, error: null },
      { processed: 0, failed: 0, error: null },
    ]);
  });

  it("lets one of ten at a time through where a lease is asked for, and the next after it", async () => {
    let running = 0;
    let most = 0;
    const { GET } = cronRoute(
      async () => {
        running += 1;
        most = Math.max(most, running);
        await new Promise((resolve) => setTimeout(resolve, 200));
        running -= 1;
        return { processed: 1, failed: 0 };
      },
      { job: "leased", lease: true },
    );
    const answers = await Promise.all(Array.from({ length: 10 }, () => GET(call({ headers: withSecret() }))));
    const bodies = await Promise.all(answers.map((answer) => answer.json() as Promise<object>));
    expect(answers.every((answer) => answer.status === 200)).toBe(true);
    expect(bodies.filter((body) => "skipped" in body).length).toBe(9);
    expect(most).toBe(1);
    expect(await (await GET(call({ headers: withSecret() }))).json()).toMatchObject({ processed: 1 });
  });

  it("takes over the lease of a holder that was killed", async () => {
    expect(await takeLease({ job: "killed", holder: newId() }, 0)).toBe(true);
    expect(await takeLease({ job: "killed", holder: newId() }, 60)).toBe(true);
    expect(await takeLease({ job: "killed", holder: newId() }, 60)).toBe(false);
  });
});

describe("webhookRoute", () => {
  const route = webhookRoute<{ id: string; type: string }>({
    provider: "stripe",
    topic: "stripe.event",
    verify: ({ rawBody, headers }) => {
      if (headers.get("x-signature") !== "right") throw new Error("signature");
      return JSON.parse(rawBody) as { id: string; type: string };
    },
    toEvent: (event) => (event.type === "unknown" ? null : { ...event, objectId: null, payload: event }),
  });
  const post = (event: object, signature = "right"): Promise<Response> =>
    route(call({ method: "POST", headers: { "x-signature": signature }, body: JSON.stringify(event) }));
  const stored = (id: string): Promise<{ key: string; payload: unknown; eventRowId: string }[]> =>
    platformTransaction((tx) =>
      tx
        .select({ key: outboxMessage.key, payload: outboxMessage.payload, eventRowId: webhookEvent.id })
        .from(webhookEvent)
        .innerJoin(outboxMessage, eq(outboxMessage.aggregateId, webhookEvent.id))
        .where(eq(webhookEvent.providerEventId, id)),
    );

  it("stores an event and its message once, however often it comes", async () => {
    const answers = await Promise.all(Array.from({ length: 20 }, () => post({ id: "evt_1", type: "a.b" })));
    expect(answers.map((answer) => answer.status)).toEqual(Array.from({ length: 20 }, () => 200));

    const rows = await stored("evt_1");
    expect(rows).toHaveLength(1);
    expect(rows[0]).toMatchObject({
      key: "stripe.event:evt_1",
      payload: { webhookEventId: rows[0]?.eventRowId, eventId: "evt_1" },
    });
  });

  it("refuses a wrong signature and what is too large, and takes what it has no use for", async () => {
    const forged = await post({ id: "evt_2", type: "a.b" }, "wrong");
    const large = await post({ id: "evt_2", type: "a.b", more: "x".repeat(1_000_000) });
    const unknown = await post({ id: "evt_2", type: "unknown" });
    expect([forged.status, large.status, unknown.status]).toEqual([400, 413, 200]);
    expect(await stored("evt_2")).toEqual([]);
  });

  it("answers an expected error with its own status", async () => {
    const busy = webhookRoute({
      provider: "stripe",
      topic: "stripe.event",
      verify: () => ({}),
      toEvent: () => {
        throw new AppError("conflict");
      },
    });
    expect((await busy(call({ method: "POST", body: "{}" }))).status).toBe(409);
  });
});

describe("assertDatabaseRoles", () => {
  it("takes the two roles as migrate makes them", async () => {
    await expect(assertDatabaseRoles()).resolves.toBeUndefined();
  });

  it("refuses a role that owns a table", async () => {
    const owner = postgres(process.env["DATABASE_URL"] ?? "", { max: 1, onnotice: () => undefined });
    await owner`grant create on schema public to nc_platform`;
    await platformTransaction((tx) => tx.execute(sql`create table mine (id int)`));
    await expect(assertDatabaseRoles()).rejects.toThrow("nc_platform owns tables");
    await platformTransaction((tx) => tx.execute(sql`drop table mine`));
    await owner.end();
  });
});
