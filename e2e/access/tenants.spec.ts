import { randomUUID } from "node:crypto";

import type { App } from "@/e2e/fixtures/app";
import { demoRows, PAGES, pagePatterns } from "@/e2e/fixtures/pages";
import { PEOPLE } from "@/e2e/fixtures/people";
import { expect, test } from "@/e2e/fixtures/test";

/** The ways to ask for a page: as a browser does, as the client router does, and as someone who has read its source. */
const VARIANTS: [name: string, headers: Record<string, string>, suffix?: string][] = [
  ["plain", {}],
  ["RSC", { rsc: "1" }, "?_rsc=abc12"],
  ["prefetch", { rsc: "1", "next-router-prefetch": "1" }, "?_rsc=abc12"],
  ["segment", { rsc: "1", "next-router-prefetch": "1", "next-router-segment-prefetch": "/_tree" }, "?_rsc=abc12"],
  ["page segment", { rsc: "1", "next-router-prefetch": "1", "next-router-segment-prefetch": "/_full" }],
  ["middleware", { "x-middleware-subrequest": "middleware:middleware:middleware:middleware:middleware" }],
  ["proxy", { "x-middleware-subrequest": "proxy:proxy:proxy:proxy:proxy" }],
  ["src proxy", { "x-middleware-subrequest": "src/proxy:src/proxy:src/proxy:src/proxy:src/proxy", rsc: "1" }],
  ["forged path", { "x-nc-path": "/sign-in", "x-nc-locale": "en", "x-nonce": "x" }],
];

/** What no stranger may ever receive of an organization: its names, people, numbers and the ids of its rows. */
async function marksOf(app: App, slug: string): Promise<string[]> {
  const rows = await app.sql<{ mark: string }[]>`
    with o as (select * from organization where slug = ${slug})
    select name as mark from o
    union select legal_name from o
    union select id::text from o
    union select id::text from building where organization_id in (select id from o)
    union select id::text from apartment where organization_id in (select id from o)
    union select id::text from invoice where organization_id in (select id from o)
    union select number from invoice where organization_id in (select id from o) and number is not null
    union select id::text from announcement where organization_id in (select id from o)
    union select title from announcement where organization_id in (select id from o)
    union select id::text from subscription where organization_id in (select id from o)
    union select id::text from payment_method where organization_id in (select id from o)
    union select u.name from user_account u join membership m on m.user_id = u.id where m.organization_id in (select id from o)
    union select u.email from user_account u join membership m on m.user_id = u.id where m.organization_id in (select id from o)`;
  return rows.map(({ mark }) => mark);
}

/** Asks, and asks again where the router's own check of its cache key sends it: the same page with another `_rsc`. */
async function ask(
  app: App,
  path: string,
  init: { cookie?: string; headers?: Record<string, string> },
): Promise<Response> {
  const answer = await app.fetch(path, init);
  const location = answer.headers.get("location");
  if (location === null) return answer;
  const target = new URL(location, app.baseUrl);
  const isSamePage = target.pathname === new URL(path, app.baseUrl).pathname && target.searchParams.has("_rsc");
  return isSamePage ? app.fetch(target.pathname + target.search, init) : answer;
}

const withQuery = (path: string, query: string): string =>
  path + (path.includes("?") ? query.replace("?", "&") : query);

const ID = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g;
const withIds = (pattern: string, pages = PAGES) =>
  pages.filter((page) => page.pattern.startsWith(pattern) && /\[(?!locale)/.test(page.pattern));

/**
 * The words an answer consists of, without what differs between any two: addresses, keys made of them, nonces, and the
 * numbers by which its parts refer to each other, which depend on the order in which they were ready.
 */
function words(body: string): Set<string> {
  const plain = body
    .replaceAll(ID, "ID")
    .replaceAll(/nonce="[^"]*"|nonce\\*":\\*"[^"\\]*/g, "NONCE")
    .replaceAll(/"[\w-]{21,22}\\*"/g, "KEY")
    .replaceAll(/\\[nrt]/g, " ");
  const found = plain.match(/[\p{L}\p{N}_./%#€@+-]+/gu) ?? [];
  return new Set(found.filter((word) => !/^[A-Za-z]?[0-9a-f]{1,4}$/.test(word)));
}

/** What only one of two answers says. */
function difference(one: string, other: string): string[] {
  const [a, b] = [words(one), words(other)];
  return [...[...a].filter((word) => !b.has(word)), ...[...b].filter((word) => !a.has(word))];
}

/** The client router's format has begun to stream when a page is not found: it says so inside, where a document says 404. */
function isNotFound(answer: Response, body: string): boolean {
  const isFlight = answer.headers.get("content-type")?.startsWith("text/x-component") ?? false;
  return isFlight ? body.includes("NEXT_HTTP_ERROR_FALLBACK;404") : answer.status === 404;
}

function leaks(body: string, marks: string[], path: string): string[] {
  const asked = new Set(path.match(ID) ?? []);
  const decoded = body.replaceAll(/\\u([0-9a-f]{4})/gi, (_, code: string) =>
    String.fromCharCode(Number.parseInt(code, 16)),
  );
  return marks.filter((mark) => !asked.has(mark) && decoded.includes(mark));
}

test("the list of pages these tests go through is complete", () => {
  expect([...new Set(PAGES.map(({ pattern }) => pattern))].toSorted()).toEqual(pagePatterns());
});

test("an id of another organization's is not found, as any id that never was, in every way to ask", async ({
  app,
  cookieOf,
}) => {
  const marks = await marksOf(app, "akti");
  expect(marks.length).toBeGreaterThan(400);
  const rows = { ...(await demoRows(app.sql)), openInvoice: "" };
  const [owed] = await app.sql<{ id: string }[]>`
    select i.id from invoice i join organization o on o.id = i.organization_id where o.slug = 'akti' order by issued_at desc limit 1`;
  rows.openInvoice = owed?.id ?? "";

  for (const page of withIds("/manager")) {
    // A stranger's own organization is in good order, so that nothing but the id stands in the way.
    const cookie = await cookieOf("owner@lofos.example");
    const path = page.path(rows);
    const unknown = path.replaceAll(ID, () => randomUUID());
    for (const [name, headers, suffix = ""] of VARIANTS) {
      const foreign = await ask(app, withQuery(path, suffix), { cookie, headers });
      const body = await foreign.text();
      expect({ path, name, leaks: leaks(body, marks, path) }).toEqual({ path, name, leaks: [] });
      if ("next-router-prefetch" in headers) continue;

      expect({ path, name, isNotFound: isNotFound(foreign, body) }).toEqual({ path, name, isNotFound: true });
      const never = await ask(app, withQuery(unknown, suffix), { cookie, headers });
      expect(never.status).toBe(foreign.status);
      expect({ path, name, differs: difference(body, await never.text()) }).toEqual({ path, name, differs: [] });
    }
  }
});

test("a resident sees neither another building's announcements nor the desks of others", async ({ app, cookieOf }) => {
  const cookie = await cookieOf(PEOPLE.resident);
  const rows = await demoRows(app.sql);
  // The resident's own organization, but a building that is not theirs.
  const [other] = await app.sql<{ id: string }[]>`
    insert into announcement (id, organization_id, building_id, title, body, published_at)
    select gen_random_uuid(), b.organization_id, b.id, 'Only for the neighbours', 'Nothing', now()
    from building b
    where b.organization_id = ${rows.customer} and b.id not in (
      select a.building_id from occupancy x join apartment a on a.id = x.apartment_id join user_account u on u.id = x.user_id
      where u.email = ${PEOPLE.resident})
    limit 1 returning id`;
  const answer = await app.fetch(`/resident/announcements/${other?.id}`, { cookie });
  expect(answer.status).toBe(404);
  expect(await answer.text()).not.toContain("Only for the neighbours");
  for (const path of ["/resident", "/resident/announcements"]) {
    const page = await app.fetch(path, { cookie });
    expect(page.status).toBe(200);
    expect(await page.text()).not.toContain("Only for the neighbours");
  }
});

test("each door opens to its own roles alone, however one knocks", async ({ app, cookieOf }) => {
  const rows = await demoRows(app.sql);
  const doors = { manager: PEOPLE.manager, resident: PEOPLE.resident, admin: PEOPLE.superAdmin };
  for (const [door, keeper] of Object.entries(doors)) {
    const own = await app.fetch(`/${door}`, { cookie: await cookieOf(keeper) });
    expect({ door, status: own.status }).toEqual({ door, status: 200 });

    for (const page of PAGES.filter(({ pattern }) => pattern.startsWith(`/${door}`))) {
      for (const stranger of Object.values(doors).filter((email) => email !== keeper)) {
        const path = page.path(rows);
        const answer = await app.fetch(path, { cookie: await cookieOf(stranger) });
        expect({ path, stranger, status: answer.status }).toEqual({ path, stranger, status: 404 });
      }
    }
  }
});

test("whoever is not signed in is sent to sign in, and receives not a byte of any page", async ({ app }) => {
  const rows = await demoRows(app.sql);
  const marks = await marksOf(app, "akti");
  for (const page of PAGES.filter(({ pattern }) => /^\/(manager|resident|admin)/.test(pattern))) {
    const path = page.path(rows);
    for (const [name, headers, suffix = ""] of VARIANTS) {
      const answer = await ask(app, withQuery(path, suffix), { headers });
      const body = await answer.text();
      expect({ path, name, leaks: leaks(body, marks, path) }).toEqual({ path, name, leaks: [] });
      if (Object.keys(headers).some((header) => header.startsWith("next-router"))) continue;

      const sent = answer.status === 307 ? (answer.headers.get("location") ?? "") : body;
      expect({ path, name, sent: sent.includes("/sign-in") }).toEqual({ path, name, sent: true });
    }
  }
});

test("odd spellings of an address open nothing", async ({ app }) => {
  const rows = await demoRows(app.sql);
  const marks = await marksOf(app, "akti");
  const invoice = `/manager/billing/invoices/${rows.invoice}`;
  for (const path of [
    `/${invoice}`,
    `${invoice}/`,
    `${invoice}.rsc`,
    `${invoice}.txt`,
    invoice.replace("/manager", "/%6danager"),
    invoice.replace("/manager", "/Manager"),
    invoice.replaceAll("/", "//"),
    `/en/..${invoice}`,
    `/sign-in/..${invoice}`,
    `/_next/data/x${invoice}.json`,
    `${invoice}/pdf`,
  ]) {
    const answer = await app.fetch(path);
    const body = await answer.text();
    expect({ path, leaks: leaks(body, marks, path) }).toEqual({ path, leaks: [] });
    expect([200, 307, 308, 400, 404]).toContain(answer.status);
    if (answer.status === 200) expect(body).toContain("/sign-in");
  }
});

test("the PDF of another organization's invoice is not there, byte for byte like one that never was", async ({
  app,
  cookieOf,
}) => {
  const { invoice } = await demoRows(app.sql);
  const pdf = (id: string): string => `/api/v1/invoices/${id}/pdf`;
  const own = await app.fetch(pdf(invoice), { cookie: await cookieOf(PEOPLE.manager) });
  expect(own.status).toBe(200);
  expect(own.headers.get("content-type")).toBe("application/pdf");
  expect(own.headers.get("cache-control")).toBe("private, no-store");
  expect(
    Buffer.from(await own.arrayBuffer())
      .subarray(0, 5)
      .toString(),
  ).toBe("%PDF-");

  const cookie = await cookieOf("owner@lofos.example");
  const answers = [];
  for (const id of [invoice, randomUUID(), "not-an-id"]) {
    const answer = await app.fetch(pdf(id), { cookie });
    expect(answer.headers.get("content-type")).toContain("application/problem+json");
    answers.push({ status: answer.status, body: (await answer.text()).replaceAll(ID, "ID") });
  }
  expect(answers[0]).toMatchObject({ status: 404 });
  expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);

  const resident = await app.fetch(pdf(invoice), { cookie: await cookieOf(PEOPLE.resident) });
  expect({ status: resident.status, code: ((await resident.json()) as { code: string }).code }).toEqual({
    status: 403,
    code: "forbidden",
  });
  expect((await app.fetch(pdf(invoice))).status).toBe(401);
});

test("nothing private is kept by a cache, and every page carries its protections", async ({ app, cookieOf }) => {
  const rows = await demoRows(app.sql);
  const marks = await marksOf(app, "akti");
  for (const page of PAGES.filter(({ who }) => who === PEOPLE.manager)) {
    const path = page.path(rows);
    const cookie = await cookieOf(PEOPLE.manager);
    const odd = { rsc: "1", accept: "text/x-component", "x-forwarded-host": "evil.test", "x-forwarded-proto": "http" };
    for (const headers of [{}, odd]) {
      const answer = await ask(app, path, { cookie, headers });
      expect(answer.headers.get("cache-control") ?? "", path).not.toMatch(/public|s-maxage/);
      if (answer.status === 200) expect(answer.headers.get("cache-control") ?? "", path).toMatch(/no-store/);
      expect(await answer.text()).not.toContain("evil.test");
    }
    const plain = await app.fetch(path);
    expect(leaks(await plain.text(), marks, path)).toEqual([]);
  }

  const { headers } = await app.fetch("/sign-in");
  expect(headers.get("content-security-policy")).toMatch(/default-src 'self'.*frame-ancestors 'self'/);
  expect(headers.get("strict-transport-security")).toContain("max-age=");
  expect(headers.get("x-content-type-options")).toBe("nosniff");
  expect(headers.get("referrer-policy")).toBe("strict-origin-when-cross-origin");
  expect(headers.get("x-powered-by")).toBeNull();
});
