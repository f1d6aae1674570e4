import "server-only";
import { sql } from "drizzle-orm";
import { metric } from "@/db/schema/catalog";
import { metricSnapshot, usageDay } from "@/db/schema/usage";
import type { Executor } from "@/db/transaction";
import { unnest } from "@/db/unnest";
import type { CalendarDate } from "@/lib/core/calendar";

/** Local days of an organization, half-open. */
export type UsageWindow = { organizationId: string; start: CalendarDate; end: CalendarDate };

/** What a metric comes to in a window, and the days it comes from, for the explanation. Days without use are left out. */
export type UsageTotal = { total: string; days: { day: CalendarDate; quantity: string }[] };

/** The key of a total in the map: a window is known by its start. */
export function usageKey(organizationId: string, metricKey: string, start: CalendarDate): string {
  return `${organizationId}:${metricKey}:${start}`;
}

type Row = {
  organization_id: string;
  metric_key: string;
  starts_on: CalendarDate;
  total: string;
  /** PostgreSQL's own text of a list, {a,b}: twice as fast to make as JSON, and this is read at every closing. */
  days: string;
  quantities: string;
};

/**
 * Totals of many windows in one statement: counted metrics from the day roll-ups, measured ones from the snapshots, each by its
 * aggregation over days. Every (window, metric) is one range of a primary key, so the cost grows with the days read and nothing
 * else. A metric that was not used has no entry. `metrics` narrows to some keys.
 */
export async function usageTotals(
  tx: Executor,
  { windows, metrics }: { windows: readonly UsageWindow[]; metrics?: readonly string[] },
): Promise<Map<string, UsageTotal>> {
  if (windows.length === 0) return new Map();
  const wanted = metrics ? sql`where m.key = any(${sql.param([...metrics])}::text[])` : sql``;
  const asked = unnest(windows, [
    ["organization_id", "uuid", ({ organizationId }) => organizationId],
    ["starts_on", "date", ({ start }) => start],
    ["ends_on", "date", ({ end }) => end],
  ]);

  const rows = await tx.execute<Row>(sql`
    select e.organization_id, m.key as metric_key, e.starts_on::text, t.total, t.days, t.quantities
    from ${asked}
    cross join (select key, kind, aggregation from ${metric} as m ${wanted} offset 0) as m
    cross join lateral (
      select
        trim_scale(case when m.aggregation = 'max' then max(d.quantity) else sum(d.quantity) end)::text as total,
        array_agg(d.day)::text as days, array_agg(d.quantity)::text as quantities
      from (
        select u.day, u.quantity from ${usageDay} as u
        where m.kind = 'counted' and u.organization_id = e.organization_id and u.metric_key = m.key
          and u.day >= e.starts_on and u.day < e.ends_on
        union all
        select s.day, s.quantity from ${metricSnapshot} as s
        where m.kind = 'measured' and s.organization_id = e.organization_id and s.metric_key = m.key
          and s.day >= e.starts_on and s.day < e.ends_on
      ) as d
    ) as t
    where t.total is not null`);

  return new Map(
    rows.map((row) => [
      usageKey(row.organization_id, row.metric_key, row.starts_on),
      { total: row.total, days: pairs(row.days, row.quantities) },
    ]),
  );
}

/** The days with their quantities, in order. Neither text has anything that a list would quote. */
function pairs(days: string, quantities: string): UsageTotal["days"] {
  const values = quantities.slice(1, -1).split(",");
  return days
    .slice(1, -1)
    .split(",")
    .map((day, at) => ({ day: day as CalendarDate, quantity: withoutTrailingZeros(values[at] ?? "0") }))
    .toSorted((a, b) => (a.day < b.day ? -1 : 1));
}

function withoutTrailingZeros(quantity: string): string {
  return quantity.includes(".") ? quantity.replace(/\.?0+$/, "") : quantity;
}
