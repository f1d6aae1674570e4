import postgres from "postgres";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { loadCatalogues } from "@/db/seed/load-catalogues";
import { loadIssuers } from "@/db/seed/load-issuers";
import { platformTransaction } from "@/db/transaction";
import { clockJourney } from "@/lib/audit/queries/clock-journey";
import type { UserActor } from "@/lib/auth/actor";
import { verifyPassword } from "@/lib/auth/services/password";
import { calendarDate } from "@/lib/core/calendar";
import { adminTestClock } from "@/lib/organizations/queries/admin-test-clock";
import { adminTestClocks } from "@/lib/organizations/queries/admin-test-clocks";
import { addTestClock } from "@/lib/organizations/services/add-test-clock";
import { createTestOrganization } from "@/lib/organizations/services/create-test-organization";
import { requestClockAdvance } from "@/lib/organizations/services/request-clock-advance";
import { retryClockAdvance } from "@/lib/organizations/services/retry-clock-advance";

const WALL = new Date("2026-11-21T09:00:00Z");
const sql = postgres(process.env["DATABASE_URL"] ?? "", { max: 2, onnotice: () => undefined });

const actor: UserActor = {
  kind: "user",
  userId: "01900000-0000-7000-8000-000000000001",
  sessionId: "01900000-0000-7000-8000-000000000002",
  name: "Desk",
  email: "desk@example.gr",
  isSuperAdmin: true,
  organizationId: null,
  role: null,
  ipAddress: "127.0.0.1",
};

const newClock = () =>
  addTestClock({ name: "February", startsOn: calendarDate("2027-01-31"), timeZone: "Europe/Athens", actor });

const newOrganization = (testClockId: string, ownerEmail: string) =>
  createTestOrganization({
    testClockId,
    name: "Θόλος Διαχείριση",
    ownerName: "Νεφέλη Θόλου",
    ownerEmail,
    locale: "el",
    actor,
    wallClock: WALL,
  });

beforeAll(async () => {
  await loadCatalogues();
  await platformTransaction(loadIssuers);
});
afterAll(() => sql.end());

describe("a clock", () => {
  it("begins at midnight of its day, and is listed with who lives by it", async () => {
    const testClockId = await newClock();
    const { organizationId } = await newOrganization(testClockId, "one@example.gr");

    const clock = await adminTestClock(actor, { testClockId, wallClock: WALL });
    expect(clock).toMatchObject({ name: "February", status: "ready", nextBoundaryAt: null, runs: [] });
    expect(clock?.nowAt.toISOString()).toBe("2027-01-30T22:00:00.000Z");
    expect(clock?.organizations.map((one) => one.id)).toEqual([organizationId]);
    const list = await adminTestClocks(actor, { page: 1, pageSize: 25, sort: undefined, query: "februar" });
    expect(list.rows.find((row) => row.id === testClockId)).toMatchObject({ organizations: 1 });
  });

  it("goes forward only, and not while it moves", async () => {
    const testClockId = await newClock();
    const to = (target: string) => requestClockAdvance({ testClockId, target: new Date(target), actor });

    await expect(to("2027-01-30T22:00:00Z")).rejects.toMatchObject({ fieldErrors: { target: ["too_early"] } });
    await expect(to("2028-03-01T00:00:00Z")).rejects.toMatchObject({ fieldErrors: { target: ["too_late"] } });
    await to("2027-02-28T22:00:00Z");
    await expect(to("2027-03-31T22:00:00Z")).rejects.toMatchObject({ code: "conflict" });

    const clock = await adminTestClock(actor, { testClockId, wallClock: WALL });
    expect(clock?.runs).toMatchObject([
      { from: new Date("2027-01-30T22:00:00Z"), to: new Date("2027-02-28T22:00:00Z") },
    ]);
  });

  it("that failed goes on from where it stands, also at its target", async () => {
    const testClockId = await newClock();
    await expect(retryClockAdvance({ testClockId, actor })).rejects.toMatchObject({ code: "illegal_transition" });

    await sql`update test_clock set status = 'failed', target_at = now_at, last_error = 'unsettled' where id = ${testClockId}`;
    await retryClockAdvance({ testClockId, actor });
    const clock = await adminTestClock(actor, { testClockId, wallClock: WALL });
    expect(clock).toMatchObject({ status: "advancing", lastError: null });
    expect(clock?.targetAt).toEqual(clock?.nowAt);
  });

  it("tells what happened after its start and up to its end, for its own organizations", async () => {
    const testClockId = await newClock();
    const { organizationId } = await newOrganization(testClockId, "two@example.gr");
    const [from, to] = [new Date("2027-01-30T22:00:00Z"), new Date("2027-02-28T22:00:00Z")];
    await sql`insert into audit_event (id, organization_id, actor_kind, action, entity_type, entity_id, detail, occurred_at)
      select gen_random_uuid(), ${organizationId}, 'clock', 'invoice.issued', 'invoice', gen_random_uuid(), '{"number":"A"}', at
      from unnest(array[${to.toISOString()}::timestamptz, ${to.toISOString()}::timestamptz + interval '1 second']) at`;

    const journey = await clockJourney(actor, { testClockId, from, to });
    expect(journey.stepCount).toBe(1);
    expect(journey.steps).toMatchObject([{ kind: "event", action: "invoice.issued", organizationId }]);
  });
});

describe("a test organization", () => {
  it("has an owner whose password is given back once and kept as a hash", async () => {
    const testClockId = await newClock();
    const made = await newOrganization(testClockId, "Three@Example.gr");
    expect(made.password).toHaveLength(16);

    const [row] = await sql`
      select u.password_hash, u.email, o.mode, o.slug, m.role from organization o
      join membership m on m.organization_id = o.id join user_account u on u.id = m.user_id where o.id = ${made.organizationId}`;
    expect(row).toMatchObject({ email: "three@example.gr", mode: "test", role: "owner" });
    expect(row?.["slug"]).toMatch(/^tholos-diacheirisi-[0-9a-f]{6}$/);
    expect(await verifyPassword(row?.["password_hash"], made.password)).toBe(true);
    const details = await sql`select detail from audit_event where organization_id = ${made.organizationId}`;
    expect(JSON.stringify(details)).not.toContain(made.password);
  });

  it("takes no e-mail address that is in use, also when two ask at once", async () => {
    const testClockId = await newClock();
    const both = await Promise.allSettled([
      newOrganization(testClockId, "four@example.gr"),
      newOrganization(testClockId, "FOUR@example.gr"),
    ]);
    expect(both.filter((one) => one.status === "fulfilled")).toHaveLength(1);
    expect(both.find((one) => one.status === "rejected")).toMatchObject({
      reason: { code: "already_exists", fieldErrors: { ownerEmail: ["already_exists"] } },
    });
  });

  it("needs a clock that exists", async () => {
    await expect(newOrganization(actor.userId, "five@example.gr")).rejects.toMatchObject({ code: "not_found" });
  });
});
