import type { Executor } from "@/sandbox/stripe/database/connect";
import { resourceMissing } from "@/sandbox/stripe/api-error";
import type { StoredType, StoredTypes } from "@/sandbox/stripe/objects/stored-object";

export type Page = { limit?: number; starting_after?: string; ending_before?: string };
type Range = { gt?: number; gte?: number; lt?: number; lte?: number };
export type CreatedFilter = number | Range;

export type ListOptions = {
  url: string;
  page: Page;
  created?: CreatedFilter | undefined;
  customer?: string | undefined;
  payment_intent?: string | undefined;
  charge?: string | undefined;
  /** Further conditions on the object itself, as jsonb containment. */
  contains?: object;
};

export type ApiList<T> = { object: "list"; url: string; has_more: boolean; data: T[] };

/** A page of one kind of object, newest first, with Stripe's cursors. */
export async function listObjects<T extends StoredType>(
  sql: Executor,
  options: ListOptions & { type: T },
): Promise<ApiList<StoredTypes[T]>> {
  const { type, page } = options;
  const limit = page.limit ?? 10;
  const after = await cursor(sql, { table: "objects", type, id: page.starting_after, param: "starting_after" });
  const before = await cursor(sql, { table: "objects", type, id: page.ending_before, param: "ending_before" });
  const rows = await sql<{ data: StoredTypes[T] }[]>`
    select data from sandbox_stripe.objects
    where type = ${type} and not data ? 'deleted'
    ${equals(sql, { column: "customer", value: options.customer })}
    ${equals(sql, { column: "payment_intent", value: options.payment_intent })}
    ${equals(sql, { column: "charge", value: options.charge })}
    ${options.contains === undefined ? sql`` : sql`and data @> ${JSON.stringify(options.contains)}::text::jsonb`}
    ${createdBetween(sql, options.created)}
    ${pageOf(sql, { after, before, limit })}`;

  return toList(
    rows.map((row) => row.data),
    { url: options.url, limit, isBackwards: before !== undefined },
  );
}

/** The part of the statement that pages: order, cursors, and one row more than asked to know whether there is more. */
export function pageOf(
  sql: Executor,
  page: { after?: string | undefined; before?: string | undefined; limit: number },
) {
  return sql`
    ${page.after === undefined ? sql`` : sql`and seq < ${page.after}::bigint`}
    ${page.before === undefined ? sql`` : sql`and seq > ${page.before}::bigint`}
    order by ${page.before === undefined ? sql`seq desc` : sql`seq asc`}
    limit ${page.limit + 1}`;
}

export function createdBetween(sql: Executor, created: CreatedFilter | undefined) {
  if (created === undefined) return sql``;
  const { gt, gte, lt, lte } = typeof created === "number" ? ({ gte: created, lte: created } as Range) : created;

  return sql`
    ${gt === undefined ? sql`` : sql`and created > ${gt}::bigint`}
    ${gte === undefined ? sql`` : sql`and created >= ${gte}::bigint`}
    ${lt === undefined ? sql`` : sql`and created < ${lt}::bigint`}
    ${lte === undefined ? sql`` : sql`and created <= ${lte}::bigint`}`;
}

/** The place in the list of the object a cursor names; a 400 when there is no such object. */
export async function cursor(
  sql: Executor,
  options: { table: "objects" | "events"; type: string; id: string | undefined; param: string },
): Promise<string | undefined> {
  if (options.id === undefined) return undefined;
  const [row] =
    options.table === "events"
      ? await sql<{ seq: string }[]>`select seq from sandbox_stripe.events where id = ${options.id}`
      : await sql<{ seq: string }[]>`
          select seq from sandbox_stripe.objects where id = ${options.id} and type = ${options.type}`;
  if (row === undefined) throw resourceMissing(options.type, { id: options.id, param: options.param, status: 400 });

  return row.seq;
}

export function toList<T>(rows: T[], page: { url: string; limit: number; isBackwards: boolean }): ApiList<T> {
  const data = rows.slice(0, page.limit);

  return {
    object: "list",
    url: page.url,
    has_more: rows.length > page.limit,
    data: page.isBackwards ? data.toReversed() : data,
  };
}

function equals(sql: Executor, filter: { column: string; value: string | undefined }) {
  return filter.value === undefined ? sql`` : sql`and ${sql(filter.column)} = ${filter.value}`;
}
