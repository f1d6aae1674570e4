import "server-only";
import { inArray } from "drizzle-orm";
import { insertRows } from "@/db/insert-rows";
import { invoice, issuer } from "@/db/schema/invoicing";
import type { Executor } from "@/db/transaction";
import { recordAudit } from "@/lib/audit/services/record-audit";
import type { Actor } from "@/lib/auth/actor";
import { addDays, type CalendarDate } from "@/lib/core/calendar";
import { AppError } from "@/lib/core/errors";
import { groupBy } from "@/lib/core/group-by";
import { type AmountMinor, subtractMinor, ZERO_MINOR } from "@/lib/core/money";
import { dateInZone } from "@/lib/core/time-zone";
import type { InvoiceDraft } from "@/lib/invoicing/invoice-draft";
import { formatNumber } from "@/lib/invoicing/invoice-number";
import { issuerParty } from "@/lib/invoicing/issuer-party";
import { insertInvoiceParts } from "@/lib/invoicing/services/insert-invoice-parts";
import { takeInvoiceNumbers } from "@/lib/invoicing/services/take-invoice-numbers";
import { invoiceSeries } from "@/lib/invoicing/series";
import { issuedJournalEntries } from "@/lib/invoicing/services/issued-journal-entries";
import { postJournalEntries } from "@/lib/ledger/services/post-journal-entries";
import { enqueueOutbox } from "@/lib/outbox/services/enqueue-outbox";

export type IssuedInvoice = { id: string; number: string; status: "open" | "paid"; dueMinor: AmountMinor };

type IssuerRow = typeof issuer.$inferSelect;
type NumberedDraft = {
  draft: InvoiceDraft;
  row: typeof invoice.$inferInsert;
  issued: IssuedInvoice;
  issueDate: CalendarDate;
};

/**
 * Numbers and stores invoices: rows, lines, tax table, journal entries, audit and outbox, in a handful of statements
 * whatever their count. What nothing is due on is issued as paid. All computing is done before; numbers are taken last.
 * @throws AppError not_found when there is no issuer for a draft's mode
 */
export async function issueInvoices(
  tx: Executor,
  drafts: InvoiceDraft[],
  context: { now: Date; actor: Actor },
): Promise<IssuedInvoice[]> {
  if (drafts.length === 0) return [];
  const numbered = await numberDrafts(tx, drafts, context.now);

  await insertRows(
    tx,
    invoice,
    numbered.map((entry) => entry.row),
  );
  await insertInvoiceParts(tx, drafts);
  await postJournalEntries(
    tx,
    numbered.flatMap(({ draft, issueDate }) => issuedJournalEntries(draft, { issueDate, now: context.now })),
  );
  await recordAudit(
    tx,
    numbered.map(({ draft, issued }) => ({
      organizationId: draft.organizationId,
      actor: context.actor,
      action: "invoice.issued",
      entityType: "invoice",
      entityId: draft.id,
      detail: { number: issued.number, totalMinor: draft.totals.totalMinor, currency: draft.currency },
      occurredAt: context.now,
    })),
  );
  await enqueueOutbox(
    tx,
    drafts.map((draft) => ({
      organizationId: draft.organizationId,
      topic: "invoice.issued" as const,
      aggregateId: draft.id,
      key: `invoice.issued:${draft.id}`,
      payload: { invoiceId: draft.id },
    })),
  );

  return numbered.map((entry) => entry.issued);
}

async function numberDrafts(tx: Executor, drafts: InvoiceDraft[], now: Date): Promise<NumberedDraft[]> {
  const issuers = await tx
    .select()
    .from(issuer)
    .where(inArray(issuer.mode, [...new Set(drafts.map((draft) => draft.mode))]));
  const bySeries = groupBy(drafts, (draft) => `${draft.mode}/${draft.clockCode ?? ""}`);
  const numbered: NumberedDraft[] = [];

  // In a fixed order, so that two closings never wait for each other's counters in a circle.
  for (const key of [...bySeries.keys()].sort()) {
    const group = bySeries.get(key) ?? [];
    const seller = issuers.find((row) => row.mode === group[0]?.mode);
    if (!seller) throw new AppError("not_found", { message: `no issuer for ${key}` });
    const { series, prefix } = invoiceSeries(seller, group[0]?.clockCode ?? null);
    const range = await takeInvoiceNumbers(tx, {
      issuerId: seller.id,
      series,
      issueDate: dateInZone(now, seller.timeZone),
      count: group.length,
    });
    numbered.push(
      ...group.map((draft, index) =>
        numberedDraft(draft, { seller, range, prefix, sequence: range.first + index, now }),
      ),
    );
  }

  return numbered;
}

function numberedDraft(
  draft: InvoiceDraft,
  given: {
    seller: IssuerRow;
    range: Awaited<ReturnType<typeof takeInvoiceNumbers>>;
    prefix: string;
    sequence: number;
    now: Date;
  },
): NumberedDraft {
  const { range, now } = given;
  const dueMinor = subtractMinor(draft.totals.totalMinor, draft.creditAppliedMinor);
  const status = dueMinor === ZERO_MINOR ? "paid" : "open";
  const number = formatNumber({ prefix: given.prefix, series: "invoice", year: range.year, n: given.sequence });
  const row = {
    ...draftColumns(draft),
    issuerId: given.seller.id,
    seller: issuerParty(given.seller),
    status,
    series: range.series,
    year: range.year,
    sequence: given.sequence,
    number,
    issueDate: range.issueDate,
    issuedAt: now,
    dueDate: addDays(range.issueDate, draft.paymentTermsDays),
    paidAt: status === "paid" ? now : null,
    creditAppliedMinor: draft.creditAppliedMinor,
  } as const;

  return { draft, row, issueDate: range.issueDate, issued: { id: draft.id, number, status, dueMinor } };
}

/** The columns that a draft and an issued invoice share. */
export function draftColumns(draft: InvoiceDraft) {
  return {
    id: draft.id,
    organizationId: draft.organizationId,
    billingAccountId: draft.billingAccountId,
    subscriptionId: draft.subscriptionId,
    billingPeriodId: draft.billingPeriodId,
    kind: draft.kind,
    currency: draft.currency,
    locale: draft.locale,
    customer: draft.customer,
    subscriptionLabel: draft.subscriptionLabel,
    isTest: draft.mode === "test",
    subtotalMinor: draft.totals.subtotalMinor,
    taxMinor: draft.totals.taxMinor,
    totalMinor: draft.totals.totalMinor,
  };
}
