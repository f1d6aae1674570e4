import { readFileSync } from "node:fs";

import type { Page } from "@playwright/test";

import type { App } from "@/e2e/fixtures/app";
import { demoRows } from "@/e2e/fixtures/pages";
import { PEOPLE } from "@/e2e/fixtures/people";
import { expect, test } from "@/e2e/fixtures/test";
import { PROJECT } from "@/scripts/dot-env";

type Action = { id: string; name: string; page: string };

/** Every server action of the build, with a page that serves it. More than what client bundles betray. */
function allActions(): Action[] {
  const file = `${PROJECT}/.next/server/server-reference-manifest.json`;
  const { node } = JSON.parse(readFileSync(file, "utf8")) as {
    node: Record<string, { exportedName?: string; workers: Record<string, unknown> }>;
  };
  return Object.entries(node).map(([id, { exportedName = id, workers }]) => ({
    id,
    name: exportedName,
    page: `/${(Object.keys(workers)[0] ?? "")
      .replace(/^app\//, "")
      .replace(/\/?page$/, "")
      .replaceAll(/\([^)]*\)\/?/g, "")}`,
  }));
}

/** One value for all that an action could change. Sessions, sign-in attempts and the audit of refusals may change. */
async function fingerprint(app: App): Promise<Record<string, string>> {
  const tables = await app.sql<{ name: string }[]>`
    select table_name as name from information_schema.tables
    where table_schema = 'public' and table_type = 'BASE TABLE'
      and table_name not in ('user_session', 'sign_in_attempt', 'audit_event', 'job_run', 'job_lease')
      and table_name not like 'usage_event%'`;
  const found: Record<string, string> = {};
  for (const { name } of tables) {
    const [row] = await app.sql<{ h: string }[]>`
      select md5(coalesce(string_agg(t::text, '|' order by t::text), '')) as h from ${app.sql(name)} t`;
    found[name] = row?.h ?? "";
  }
  return found;
}

/** The fields that any of the forms sends, filled with another organization's ids. */
async function loot(app: App): Promise<Record<string, string>> {
  const rows = await demoRows(app.sql);
  const [more] = await app.sql<{ method: string; version: string; other: string }[]>`
    select (select id from organization where slug = 'lofos') as other,
      (select id from payment_method where organization_id = ${rows.customer} limit 1) as method,
      (select plan_version_id from subscription where id = ${rows.subscription}) as version`;
  return {
    buildingId: rows.building,
    apartmentId: rows.apartment,
    invoiceId: rows.openInvoice,
    subscriptionId: rows.subscription,
    organizationId: more?.other ?? "",
    paymentMethodId: more?.method ?? "",
    planVersionId: more?.version ?? "",
    testClockId: rows.clock,
    interval: "month",
    withTrial: "false",
    reason: "other",
    comment: "",
    reference: "pi_of_nobody",
    target: "2030-01-01T00:00:00.000Z",
    timeZone: "Europe/Athens",
    startsOn: "2030-01-01",
    name: "Taken over",
    plate: "1",
    label: "Z9",
    kind: "flat",
    floor: "1",
    fromFloor: "1",
    toFloor: "2",
    perFloor: "3",
    addressLine: "Nowhere 1",
    postalCode: "10680",
    city: "Athens",
    ownerName: "Nobody",
    ownerEmail: "nobody@nowhere.example",
    locale: "en",
    query: "a",
  };
}

async function call(
  app: App,
  action: Action,
  given: { cookie?: string; input: unknown; headers?: Record<string, string> },
) {
  const path = action.page.replaceAll(/\[[^\]]+\]/g, "01a1fc34-82ea-7d32-b54f-1bd08f359a31");
  const response = await app.fetch(path, {
    method: "POST",
    ...(given.cookie ? { cookie: given.cookie } : {}),
    headers: {
      "next-action": action.id,
      "content-type": "text/plain;charset=UTF-8",
      accept: "text/x-component",
      origin: app.baseUrl,
      ...given.headers,
    },
    body: JSON.stringify([null, given.input]),
  });
  return { status: response.status, redirect: response.headers.get("x-action-redirect"), body: await response.text() };
}

test("no server action has an effect for strangers: nobody, a resident, or another organization's owner", async ({
  app,
  as,
}) => {
  test.setTimeout(120_000);
  const actions = allActions().filter(({ name }) => name !== "signOutAction" && name !== "signInAction");
  expect(actions.length).toBeGreaterThan(20);
  const fields = await loot(app);
  const before = await fingerprint(app);

  for (const email of [null, PEOPLE.resident]) {
    const cookie = email === null ? undefined : await freshCookie(as, app, email);
    for (const action of actions) {
      for (const input of [{}, fields, { __proto__: { isSuperAdmin: true }, ...fields, role: "owner" }, [], "x", 7]) {
        const { status, redirect, body } = await call(app, action, { input, ...(cookie ? { cookie } : {}) });
        expect({ action: action.name, email, ok: status < 500 }).toEqual({ action: action.name, email, ok: true });
        expect({ action: action.name, redirect }).toEqual({ action: action.name, redirect: null });
        expect(body).not.toMatch(/at .*\.(ts|js):\d+|select .* from|postgres/i);
        expect({ action: action.name, email, done: /"ok":true/.test(body) }).toEqual({
          action: action.name,
          email,
          done: false,
        });
      }
    }
  }
  expect(await fingerprint(app)).toEqual(before);
});

test("another organization's owner cannot reach a row of theirs through any action", async ({ app, as }) => {
  test.setTimeout(120_000);
  const rows = await demoRows(app.sql);
  const fields = await loot(app);
  const hashOf = async () => {
    const hashes: Record<string, unknown> = {};
    for (const table of [
      "organization",
      "building",
      "apartment",
      "invoice",
      "subscription",
      "payment_method",
      "payment_attempt",
    ]) {
      const owner = table === "organization" ? app.sql`id` : app.sql`organization_id`;
      const [row] = await app.sql`
        select count(*)::int as n, md5(string_agg(t::text, '|' order by t::text)) as h from ${app.sql(table)} t
        where ${owner} = ${rows.customer}
          or ${owner} = (select organization_id from invoice where id = ${rows.openInvoice})`;
      hashes[table] = row;
    }
    return hashes;
  };
  const before = await hashOf();
  const cookie = await freshCookie(as, app, "owner@harbour.example");
  for (const action of allActions().filter(({ name }) => name !== "signOutAction")) {
    const { status } = await call(app, action, { cookie, input: fields });
    expect({ action: action.name, ok: status < 500 }).toEqual({ action: action.name, ok: true });
  }
  expect(await hashOf()).toEqual(before);
});

test("a form sent from another site changes nothing, with any Origin but ours", async ({ app, as }) => {
  const cookie = await freshCookie(as, app, PEOPLE.manager);
  const action = allActions().find(({ name }) => name === "createBuildingAction");
  if (!action) throw new Error("there is no such action");
  const building = { name: "Forged", plate: "1", addressLine: "Nowhere 1", postalCode: "10680", city: "Athens" };
  const count = async () => (await app.sql`select count(*)::int as n from building where name = 'Forged'`)[0];
  const form = { ...action, page: "/manager/buildings/new" };

  const forged: Record<string, string>[] = [
    { origin: "https://evil.test" },
    { origin: "null" },
    { origin: "not an origin" },
    { origin: "http://localhost.evil.test" },
    { origin: "", referer: "https://evil.test/" },
    { origin: "https://evil.test", "x-forwarded-host": "evil.test" },
    { origin: "https://evil.test", "x-forwarded-host": "evil.test", "sec-fetch-site": "same-origin" },
  ];
  for (const headers of forged) {
    const { status } = await call(app, form, { cookie, input: building, headers });
    expect({ headers, refused: status >= 400 && status < 500 }).toEqual({ headers, refused: true });
  }
  // Without any Origin, as no browser sends a form: refused by the action itself.
  const silent = await app.fetch(form.page, {
    method: "POST",
    cookie,
    headers: { "next-action": action.id, "content-type": "text/plain;charset=UTF-8" },
    body: JSON.stringify([null, building]),
  });
  expect(await silent.text()).toContain('"ok":false');
  expect(await count()).toEqual({ n: 0 });

  // The same from our own page goes through, so that what was refused above was refused for its origin.
  const own = await call(app, form, { cookie, input: building });
  expect(own.redirect).toMatch(/^\/manager\/buildings\//);
  expect(await count()).toEqual({ n: 1 });
});

/** A session of its own: what it does to itself does not reach the tests that share one. */
async function freshCookie(as: (email: null) => Promise<Page>, app: App, email: string): Promise<string> {
  const page = await as(null);
  await page.goto("/sign-in");
  await page.getByLabel("E-mail").fill(email);
  await page.getByLabel("Password", { exact: true }).fill(app.password);
  await page.getByRole("button", { name: "Sign in" }).click();
  await page.waitForURL((url) => !url.pathname.startsWith("/sign-in"));
  const cookies = await page.context().cookies();
  await page.context().close();
  return cookies.map(({ name, value }) => `${name}=${value}`).join("; ");
}
