import "server-only";
import { and, asc, count, desc, eq, gte, ilike, inArray, lte, ne, type SQL, sql } from "drizzle-orm";
import { invoice, invoiceLine } from "@/db/schema/invoicing";
import { paymentAttempt } from "@/db/schema/payments";
import type { Executor } from "@/db/transaction";
import { assert } from "@/lib/core/assert";
import type { CalendarDate } from "@/lib/core/calendar";
import { currencyOf } from "@/lib/core/currency";
import type { ListRequest } from "@/lib/core/list-page";
import type { Localized } from "@/lib/core/locale";
import { amountMinor } from "@/lib/core/money";
import type { PaymentState } from "@/lib/invoicing/invoice";
import type { InvoiceListPage, InvoiceRow, InvoiceSums, ListedStatus } from "@/lib/invoicing/invoice-list";
import { openAmount } from "@/lib/invoicing/invoice-totals";

export type InvoiceListRequest = ListRequest & {
  status?: ListedStatus | undefined;
  /** Issue dates, both inclusive. */
  from?: CalendarDate | undefined;
  to?: CalendarDate | undefined;
};

/** An organization's issued invoices, a page at a time, with what all that fit the filter come to. */
export async function invoiceList(
  tx: Executor,
  { organizationId, ...request }: InvoiceListRequest & { organizationId: string },
): Promise<InvoiceListPage> {
  const matching = matches(organizationId, request);
  const rows = await selectRows(tx)
    .where(matching)
    .orderBy(...orderOf(request.sort))
    .limit(request.pageSize)
    .offset((request.page - 1) * request.pageSize);
  const sums = await selectSums(tx, matching);

  return { rows: rows.map(rowOf), rowCount: sums.reduce((total, sum) => total + sum.count, 0), sums };
}

function matches(organizationId: string, request: Omit<InvoiceListRequest, "page" | "pageSize">): SQL | undefined {
  const { status, from, to, query } = request;
  return and(
    eq(invoice.organizationId, organizationId),
    status === undefined ? ne(invoice.status, "draft") : eq(invoice.status, status),
    from === undefined ? undefined : gte(invoice.issueDate, from),
    to === undefined ? undefined : lte(invoice.issueDate, to),
    query === "" ? undefined : ilike(invoice.number, `%${query.replaceAll(/[\\%_]/g, String.raw`\$&`)}%`),
  );
}

const BY = { issued: invoice.issuedAt, number: invoice.number, total: invoice.totalMinor } as const;

function orderOf(sort: ListRequest["sort"]): SQL[] {
  const direction = sort === undefined || sort.descending ? desc : asc;
  const column = BY[(sort?.id ?? "issued") as keyof typeof BY];
  return [direction(column), direction(invoice.id)];
}

const ofThisInvoice = and(
  eq(paymentAttempt.organizationId, invoice.organizationId),
  eq(paymentAttempt.invoiceId, invoice.id),
);

/** Which plan and which metrics it bills, and how its payments went: each a look-up by the rows' own keys. */
function selectRows(tx: Executor) {
  const lines = and(eq(invoiceLine.organizationId, invoice.organizationId), eq(invoiceLine.invoiceId, invoice.id));
  return tx
    .select({
      row: invoice,
      planName: sql<Localized | null>`(select ${invoiceLine.explanation} -> 'planName' from ${invoiceLine}
        where ${lines} and ${invoiceLine.kind} = 'recurring' order by ${invoiceLine.position} limit 1)`,
      metrics: sql<string[] | null>`(select json_agg(distinct ${invoiceLine.metricKey}) from ${invoiceLine}
        where ${lines} and ${invoiceLine.metricKey} is not null)`,
      failed: sql<number>`(select count(*)::int from ${paymentAttempt}
        where ${ofThisInvoice} and ${paymentAttempt.status} = 'failed')`,
      isWaiting: sql<boolean>`exists (select 1 from ${paymentAttempt}
        where ${ofThisInvoice} and ${inArray(paymentAttempt.status, ["pending", "processing", "unknown"])})`,
    })
    .from(invoice);
}

function rowOf(found: Awaited<ReturnType<typeof selectRows>>[number]): InvoiceRow {
  const { row, planName, metrics, failed } = found;
  const { number, issueDate } = row;
  assert(number !== null && issueDate !== null, `invoice ${row.id} is issued without a number`);
  return {
    id: row.id,
    number,
    status: row.status,
    payment: paymentOf(found),
    failedAttempts: failed,
    issueDate,
    dueDate: row.dueDate,
    currency: currencyOf(row.currency),
    netMinor: row.subtotalMinor,
    taxMinor: row.taxMinor,
    totalMinor: row.totalMinor,
    dueMinor: openAmount({ ...row, paidMinor: row.amountPaidMinor }),
    planName,
    metrics: metrics ?? [],
  };
}

function paymentOf(found: { row: typeof invoice.$inferSelect; failed: number; isWaiting: boolean }): PaymentState {
  if (found.row.status === "paid") return "paid";
  if (found.isWaiting) return "processing";
  if (found.failed > 0) return "failed";
  return found.row.amountPaidMinor > 0 ? "partial" : "none";
}

async function selectSums(tx: Executor, matching: SQL | undefined): Promise<InvoiceSums[]> {
  const rows = await tx
    .select({
      currency: invoice.currency,
      count: count(),
      net: sql<string>`sum(${invoice.subtotalMinor})`,
      tax: sql<string>`sum(${invoice.taxMinor})`,
      total: sql<string>`sum(${invoice.totalMinor})`,
    })
    .from(invoice)
    .where(matching)
    .groupBy(invoice.currency)
    .orderBy(invoice.currency);
  return rows.map((row) => ({
    currency: currencyOf(row.currency),
    count: row.count,
    netMinor: amountMinor(Number(row.net)),
    taxMinor: amountMinor(Number(row.tax)),
    totalMinor: amountMinor(Number(row.total)),
  }));
}
