import type postgres from "postgres";
import { expect } from "vitest";

/**
 * What must hold after every due subscription has been closed, however often and by however many it was tried: one invoice
 * a period, numbers 1 to n, entries that balance, one message and one period each.
 */
export async function expectClosedOnce(sql: postgres.Sql, count: number): Promise<void> {
  const [found] = await sql`
    select
      (select count(*)::int from invoice) as invoices,
      (select count(distinct billing_period_id)::int from invoice) as periods_billed,
      (select count(*)::int from billing_period where sequence = 2 and closed_at is null) as opened,
      (select count(*)::int from billing_period where sequence = 1 and closed_at is not null) as closed,
      (select array_agg(series_sequence order by series_sequence) = array(select generate_series(1, ${count}::int)) from invoice) as gapless,
      (select next::int - 1 from document_counter) as taken,
      (select count(*)::int from outbox_message where topic = 'invoice.issued') as messages,
      (select coalesce(sum(amount_minor), 0)::int from journal_line) as ledger,
      (select sum(amount_minor)::bigint from journal_line where account = 'receivable') as receivable,
      (select sum(total_minor)::bigint from invoice) as issued,
      (select count(*)::int from invoice i where subtotal_minor <> (select sum(amount_minor) from invoice_line l where l.invoice_id = i.id)) as wrong_sums,
      (select count(*)::int from subscription where next_boundary_at > '2026-02-15') as advanced`;

  expect(found).toMatchObject({
    invoices: count,
    periods_billed: count,
    opened: count,
    closed: count,
    gapless: true,
    taken: count,
    messages: count,
    ledger: 0,
    wrong_sums: 0,
    advanced: count,
  });
  expect(found?.["receivable"]).toBe(found?.["issued"]);
}
