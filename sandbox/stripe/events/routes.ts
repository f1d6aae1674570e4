import { createdField, pageFields } from "@/sandbox/stripe/fields";
import { resourceMissing } from "@/sandbox/stripe/api-error";
import { route } from "@/sandbox/stripe/http/route";
import {
  createdBetween,
  cursor,
  toList,
  pageOf,
  type ApiList,
  type CreatedFilter,
  type Page,
} from "@/sandbox/stripe/lists";
import type { UnitOfWork } from "@/sandbox/stripe/unit-of-work";
import { array, boolean, string } from "@/sandbox/stripe/validation";

type EventRow = { data: object; pending: number };
type Filter = {
  page: Page;
  created: CreatedFilter | undefined;
  types: string[] | undefined;
  delivered: boolean | undefined;
};

const PATH = "/v1/events";

const withPending = (row: EventRow) => ({ ...row.data, pending_webhooks: row.pending });

async function retrieveEvent(work: UnitOfWork, id: string): Promise<object> {
  const [row] = await work.sql<EventRow[]>`
    select data, (select count(*)::integer from sandbox_stripe.deliveries d where d.event_id = e.id and d.status <> 'succeeded')
      as pending
    from sandbox_stripe.events e where id = ${id}`;
  if (row === undefined) throw resourceMissing("event", { id, param: "id", status: 404 });

  return withPending(row);
}

/** Newest first; a type may end in `.*`. */
async function listEvents(work: UnitOfWork, filter: Filter): Promise<ApiList<object>> {
  const { sql } = work;
  const { page, types, delivered } = filter;
  const limit = page.limit ?? 10;
  const after = await cursor(sql, { table: "events", type: "event", id: page.starting_after, param: "starting_after" });
  const before = await cursor(sql, { table: "events", type: "event", id: page.ending_before, param: "ending_before" });
  const patterns = types?.map((type) => type.replaceAll("_", String.raw`\_`).replace("*", "%"));
  const undelivered = sql`exists (
    select from sandbox_stripe.deliveries d where d.event_id = e.id and d.status <> 'succeeded')`;
  const rows = await sql<EventRow[]>`
    select data, (select count(*)::integer from sandbox_stripe.deliveries d where d.event_id = e.id and d.status <> 'succeeded')
      as pending
    from sandbox_stripe.events e
    where true
    ${patterns === undefined ? sql`` : sql`and type like any(${patterns})`}
    ${delivered === undefined ? sql`` : delivered ? sql`and not ${undelivered}` : sql`and ${undelivered}`}
    ${createdBetween(sql, filter.created)}
    ${pageOf(sql, { after, before, limit })}`;

  return toList(rows.map(withPending), { url: PATH, limit, isBackwards: before !== undefined });
}

export const eventRoutes = [
  route({
    method: "GET",
    path: PATH,
    params: {
      ...pageFields,
      created: createdField,
      delivery_success: boolean,
      type: string(),
      types: array(string()),
    },
    handle: ({ work, params: { created, delivery_success: delivered, type, types, ...page } }) =>
      listEvents(work, { page, created, delivered, types: type === undefined ? types : [type] }),
  }),
  route({ method: "GET", path: `${PATH}/:id`, params: {}, handle: ({ work, id }) => retrieveEvent(work, id) }),
];
