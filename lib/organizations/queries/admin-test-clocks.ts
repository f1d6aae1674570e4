import "server-only";
import { asc, count, desc, type SQL, sql, type SQLWrapper } from "drizzle-orm";
import { containsFolded } from "@/db/folded-text";
import { organization, testClock } from "@/db/schema/organizations";
import type { UserActor } from "@/lib/auth/actor";
import { adminRead } from "@/lib/auth/queries/admin-read";
import type { TestClockStatus } from "@/lib/organizations/test-clock";

export const TEST_CLOCK_SORTS = ["name", "now", "organizations", "made"] as const;

export type TestClockRow = {
  id: string;
  name: string;
  nowAt: Date;
  status: TestClockStatus;
  followsRealTime: boolean;
  organizations: number;
};

const organizations = sql<number>`(select count(*)::int from ${organization} o where o.test_clock_id = ${testClock}.id)`;

const SORTED_BY: Record<(typeof TEST_CLOCK_SORTS)[number], SQLWrapper> = {
  name: testClock.name,
  now: testClock.nowAt,
  organizations,
  made: testClock.createdAt,
};

/** The test clocks, a page of them. */
export async function adminTestClocks(
  actor: UserActor,
  list: { page: number; pageSize: number; sort: { id: string; descending: boolean } | undefined; query: string },
): Promise<{ rows: TestClockRow[]; rowCount: number }> {
  const where = containsFolded([testClock.name], list.query);
  const column = SORTED_BY[TEST_CLOCK_SORTS.find((known) => known === list.sort?.id) ?? "made"];
  const order: SQL = list.sort?.descending === false ? asc(column) : desc(column);

  return adminRead(actor, async (tx) => {
    const rows = await tx
      .select({ clock: testClock, organizations })
      .from(testClock)
      .where(where)
      .orderBy(order, asc(testClock.id))
      .limit(list.pageSize)
      .offset((list.page - 1) * list.pageSize);
    const [all] = await tx.select({ rows: count() }).from(testClock).where(where);
    return {
      rows: rows.map(({ clock, organizations: held }) => ({
        id: clock.id,
        name: clock.name,
        nowAt: clock.nowAt,
        status: clock.status,
        followsRealTime: clock.followsRealTime === "yes",
        organizations: held,
      })),
      rowCount: all?.rows ?? 0,
    };
  });
}
