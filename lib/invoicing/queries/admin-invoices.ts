import "server-only";
import { and, asc, count, desc, eq, gte, lt, type SQL, sql, type SQLWrapper } from "drizzle-orm";
import { containsFolded } from "@/db/folded-text";
import { invoice } from "@/db/schema/invoicing";
import { organization } from "@/db/schema/organizations";
import { paymentAttempt } from "@/db/schema/payments";
import type { Executor } from "@/db/transaction";
import type { UserActor } from "@/lib/auth/actor";
import { adminRead } from "@/lib/auth/queries/admin-read";
import type { CalendarDate, Period } from "@/lib/core/calendar";
import { type Currency, currencyOf } from "@/lib/core/currency";
import { type AmountMinor, amountMinor } from "@/lib/core/money";
import type { InvoiceStatus } from "@/lib/invoicing/invoice";
import type { OrganizationMode } from "@/lib/organizations/organization";

export const ADMIN_INVOICE_SORTS = ["number", "customer", "issued", "due", "total", "owed"] as const;

export type AdminInvoiceList = {
  mode: OrganizationMode;
  page: number;
  pageSize: number;
  sort: { id: string; descending: boolean } | undefined;
  /** Part of a number or of a customer's name. */
  query: string;
  status?: InvoiceStatus | undefined;
  /** By the day of issue. */
  issuedIn?: Period | undefined;
  organizationId?: string | undefined;
};

export type AdminInvoiceRow = {
  id: string;
  /** Null while it is a draft. */
  number: string | null;
  organizationId: string;
  organizationName: string;
  status: InvoiceStatus;
  /** Whether the last try to collect an open one failed. */
  lastTryFailed: boolean;
  issueDate: CalendarDate | null;
  dueDate: CalendarDate | null;
  currency: Currency;
  totalMinor: AmountMinor;
  owedMinor: AmountMinor;
};

export type AdminInvoices = {
  rows: AdminInvoiceRow[];
  rowCount: number;
  /** Over all pages, a row a currency: nothing is converted. */
  totals: { currency: Currency; totalMinor: AmountMinor; owedMinor: AmountMinor }[];
};

const owed = sql<string>`case when ${invoice.status} in ('open', 'uncollectible')
  then ${invoice.totalMinor} - ${invoice.creditedMinor} - ${invoice.creditAppliedMinor} - ${invoice.amountPaidMinor} else 0 end`;

const SORTED_BY: Record<(typeof ADMIN_INVOICE_SORTS)[number], SQLWrapper> = {
  number: sql`(${invoice.series}, ${invoice.year}, ${invoice.sequence})`,
  customer: organization.name,
  issued: invoice.issuedAt,
  due: invoice.dueDate,
  total: invoice.totalMinor,
  owed,
};

/** Invoices across organizations, a page of them, with what all pages sum to. */
export async function adminInvoices(actor: UserActor, list: AdminInvoiceList): Promise<AdminInvoices> {
  return adminRead(actor, async (tx) => {
    const where = matching(list);
    const totals = await totalsOf(tx, where);
    return {
      rows: await pageOf(tx, list, where),
      rowCount: totals.reduce((rows, total) => rows + total.count, 0),
      totals: totals.map(({ currency, totalMinor, owedMinor }) => ({ currency, totalMinor, owedMinor })),
    };
  });
}

function matching(list: AdminInvoiceList): SQL | undefined {
  return and(
    eq(invoice.isTest, list.mode === "test"),
    list.status ? eq(invoice.status, list.status) : undefined,
    list.organizationId ? eq(invoice.organizationId, list.organizationId) : undefined,
    list.issuedIn
      ? and(gte(invoice.issueDate, list.issuedIn.start), lt(invoice.issueDate, list.issuedIn.end))
      : undefined,
    containsFolded([sql`coalesce(${invoice.number}, '')`, organization.name], list.query),
  );
}

function orderOf(sort: AdminInvoiceList["sort"]): SQL[] {
  const column = SORTED_BY[ADMIN_INVOICE_SORTS.find((known) => known === sort?.id) ?? "issued"];
  return sort?.descending === false ? [asc(column), asc(invoice.id)] : [desc(column), desc(invoice.id)];
}

async function pageOf(tx: Executor, list: AdminInvoiceList, where: SQL | undefined): Promise<AdminInvoiceRow[]> {
  const lastTry = sql<string | null>`(
    select attempt.status from ${paymentAttempt} attempt
    where attempt.invoice_id = ${invoice.id} order by attempt.attempt_number desc limit 1)`;
  const rows = await tx
    .select({ row: invoice, organizationName: organization.name, owed, lastTry })
    .from(invoice)
    .innerJoin(organization, eq(organization.id, invoice.organizationId))
    .where(where)
    .orderBy(...orderOf(list.sort))
    .limit(list.pageSize)
    .offset((list.page - 1) * list.pageSize);
  return rows.map(({ row, organizationName, owed: owedMinor, lastTry: status }) => ({
    id: row.id,
    number: row.number,
    organizationId: row.organizationId,
    organizationName,
    status: row.status,
    lastTryFailed: row.status === "open" && status === "failed",
    issueDate: row.issueDate,
    dueDate: row.dueDate,
    currency: currencyOf(row.currency),
    totalMinor: row.totalMinor,
    owedMinor: amountMinor(Number(owedMinor)),
  }));
}

async function totalsOf(tx: Executor, where: SQL | undefined) {
  const rows = await tx
    .select({
      currency: invoice.currency,
      count: count(),
      total: sql<string>`coalesce(sum(${invoice.totalMinor}), 0)`,
      owed: sql<string>`coalesce(sum(${owed}), 0)`,
    })
    .from(invoice)
    .innerJoin(organization, eq(organization.id, invoice.organizationId))
    .where(where)
    .groupBy(invoice.currency)
    .orderBy(invoice.currency);
  return rows.map((row) => ({
    currency: currencyOf(row.currency),
    count: row.count,
    totalMinor: amountMinor(Number(row.total)),
    owedMinor: amountMinor(Number(row.owed)),
  }));
}
