import Stripe from "stripe";

import { PEOPLE } from "@/e2e/fixtures/people";
import { expect, test } from "@/e2e/fixtures/test";

const JOBS = [
  "advance-demo-clocks",
  "close-billing-cycles",
  "deliver-outbox",
  "expire-trials",
  "reconcile-payments",
  "snapshot-metrics",
];

test("no cron runs without its secret: not without one, with another, in the query or by a super-admin's cookie", async ({
  app,
  cookieOf,
}) => {
  const secret = app.env["CRON_SECRET"] ?? "";
  const [before] = await app.sql`select count(*)::int as runs from job_run`;
  for (const job of JOBS) {
    const path = `/api/cron/${job}`;
    for (const [query, init] of [
      ["", {}],
      ["", { headers: { authorization: "Bearer wrong" } }],
      ["", { headers: { authorization: `Bearer ${secret}x` } }],
      ["", { headers: { authorization: secret } }],
      [`?secret=${secret}&authorization=Bearer%20${secret}`, {}],
      ["", { cookie: await cookieOf(PEOPLE.superAdmin) }],
    ] as const) {
      for (const method of ["GET", "POST"]) {
        const response = await app.fetch(path + query, { method, ...init });
        expect({ path, method, status: response.status }).toEqual({ path, method, status: 401 });
        expect(response.headers.get("content-type")).toContain("application/problem+json");
      }
    }
  }
  const [after] = await app.sql`select count(*)::int as runs from job_run`;
  expect(after).toEqual(before);
});

test("every cron runs with its secret, by GET as by POST, and says what it did", async ({ app }) => {
  for (const job of JOBS) {
    for (const method of ["GET", "POST"]) {
      const authorization = `Bearer ${app.env["CRON_SECRET"]}`;
      const response = await app.fetch(`/api/cron/${job}`, { method, headers: { authorization } });
      expect({ job, status: response.status }).toEqual({ job, status: 200 });
      expect(await response.json()).toMatchObject({ failed: 0 });
    }
  }
});

test("the webhook refuses what the provider has not signed for us, just now, over this very body", async ({ app }) => {
  const event = {
    id: "evt_forged",
    object: "event",
    type: "payment_intent.succeeded",
    created: 1_700_000_000,
    data: { object: { id: "pi_forged", object: "payment_intent" } },
  };
  const payload = JSON.stringify(event);
  const secret = app.env["STRIPE_WEBHOOK_SECRET"] ?? "";
  const now = Math.floor(Date.now() / 1000);
  const sign = (options: { payload: string; secret: string; timestamp: number }): string =>
    Stripe.webhooks.generateTestHeaderString(options);
  const send = async (signature: string | null, body: string): Promise<number> => {
    const headers: Record<string, string> = signature === null ? {} : { "stripe-signature": signature };
    return (await app.fetch("/api/webhooks/stripe", { method: "POST", headers, body })).status;
  };

  expect(await send(null, payload)).toBe(400);
  expect(await send("t=1,v1=00", payload)).toBe(400);
  expect(await send(sign({ payload, secret: "whsec_of_someone_else", timestamp: now }), payload)).toBe(400);
  expect(await send(sign({ payload, secret, timestamp: now - 360 }), payload)).toBe(400);
  expect(await send(sign({ payload, secret, timestamp: now }), payload.replace("pi_forged", "pi_other"))).toBe(400);
  const foreign = JSON.stringify({ ...event, account: "acct_other" });
  expect(await send(sign({ payload: foreign, secret, timestamp: now }), foreign)).toBe(400);
  const huge = JSON.stringify({ ...event, padding: "x".repeat(5_000_000) });
  expect(await send(sign({ payload: huge, secret, timestamp: now }), huge)).toBe(413);

  const [stored] =
    await app.sql`select count(*)::int as events from webhook_event where provider_event_id = 'evt_forged'`;
  expect(stored).toEqual({ events: 0 });
});

test("the API answers problems in JSON: unknown paths, malformed ones and other methods", async ({ app }) => {
  for (const [path, method, status] of [
    ["/api/nothing/here", "GET", 404],
    ["/api/nothing/here", "POST", 404],
    ["/api/v1/%ff", "GET", 400],
    ["/api/v1/%E0%A4%A", "GET", 400],
  ] as const) {
    const response = await app.fetch(path, { method });
    expect({ path, status: response.status }).toEqual({ path, status });
    expect(response.headers.get("content-type")).toContain("application/problem+json");
    expect(Object.keys((await response.json()) as object).toSorted()).toEqual([
      "code",
      "requestId",
      "status",
      "title",
      "type",
    ]);
  }
});
