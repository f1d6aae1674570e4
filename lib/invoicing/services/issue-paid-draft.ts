import "server-only";
import { and, eq } from "drizzle-orm";
import { invoice, invoiceLine, issuer } from "@/db/schema/invoicing";
import { organization } from "@/db/schema/organizations";
import type { Executor } from "@/db/transaction";
import { recordAudit } from "@/lib/audit/services/record-audit";
import type { Actor } from "@/lib/auth/actor";
import type { Currency } from "@/lib/core/currency";
import { AppError } from "@/lib/core/errors";
import { type AmountMinor, subtractMinor, ZERO_MINOR } from "@/lib/core/money";
import { dateInZone } from "@/lib/core/time-zone";
import { formatNumber } from "@/lib/invoicing/invoice-number";
import { clockCode, invoiceSeries } from "@/lib/invoicing/series";
import { issuedJournalEntries } from "@/lib/invoicing/services/issued-journal-entries";
import { takeInvoiceNumbers } from "@/lib/invoicing/services/take-invoice-numbers";
import { paymentReceivedEntry } from "@/lib/ledger/journal-entry";
import { postJournalEntries } from "@/lib/ledger/services/post-journal-entries";
import { enqueueOutbox } from "@/lib/outbox/services/enqueue-outbox";

export type PaidDraft = {
  number: string;
  organizationId: string;
  subscriptionId: string | null;
  billingPeriodId: string | null;
};

/**
 * Issues a draft as paid, its payment having arrived: number, frozen row, journal, audit, outbox, in one transaction.
 * @throws AppError not_found when there is no such draft (it may have been issued already)
 */
export async function issuePaidDraft(
  tx: Executor,
  request: { invoiceId: string; attemptId: string; amountMinor: AmountMinor; now: Date; actor: Actor },
): Promise<PaidDraft> {
  const { invoiceId, now, actor } = request;
  const draft = await loadDraft(tx, invoiceId);
  const { series, prefix } = invoiceSeries(draft.seller, clockCode(draft.testClockId));
  const range = await takeInvoiceNumbers(tx, {
    issuerId: draft.seller.id,
    series,
    issueDate: dateInZone(now, draft.seller.timeZone),
    count: 1,
  });
  const number = formatNumber({ prefix, series: "invoice", year: range.year, n: range.first });

  await tx
    .update(invoice)
    .set({
      status: "paid",
      series,
      year: range.year,
      sequence: range.first,
      number,
      issueDate: range.issueDate,
      issuedAt: now,
      dueDate: range.issueDate,
      paidAt: now,
      amountPaidMinor: request.amountMinor,
    })
    .where(eq(invoice.id, invoiceId));
  await bookPaidDraft(tx, { ...request, draft, issueDate: range.issueDate });
  await recordAudit(tx, [
    {
      organizationId: draft.row.organizationId,
      actor,
      action: "invoice.issued",
      entityType: "invoice",
      entityId: invoiceId,
      detail: { number, totalMinor: draft.row.totalMinor, currency: draft.row.currency, paid: true },
      occurredAt: now,
    },
  ]);
  const message = { organizationId: draft.row.organizationId, aggregateId: invoiceId, payload: { invoiceId } };
  await enqueueOutbox(tx, [
    { ...message, topic: "invoice.issued", key: `invoice.issued:${invoiceId}` },
    { ...message, topic: "invoice.paid", key: `invoice.paid:${invoiceId}` },
  ]);

  const { organizationId, subscriptionId, billingPeriodId } = draft.row;
  return { number, organizationId, subscriptionId, billingPeriodId };
}

type Draft = Awaited<ReturnType<typeof loadDraft>>;

async function loadDraft(tx: Executor, invoiceId: string) {
  const [found] = await tx
    .select({ row: invoice, seller: issuer, mode: organization.mode, testClockId: organization.testClockId })
    .from(invoice)
    .innerJoin(issuer, eq(issuer.id, invoice.issuerId))
    .innerJoin(organization, eq(organization.id, invoice.organizationId))
    .where(and(eq(invoice.id, invoiceId), eq(invoice.status, "draft")))
    .for("update", { of: invoice });
  if (!found) throw new AppError("not_found");

  const lineItems = await tx
    .select({ kind: invoiceLine.kind, amountMinor: invoiceLine.amountMinor, explanation: invoiceLine.explanation })
    .from(invoiceLine)
    .where(eq(invoiceLine.invoiceId, invoiceId));
  return { ...found, lineItems };
}

async function bookPaidDraft(
  tx: Executor,
  given: {
    draft: Draft;
    attemptId: string;
    amountMinor: AmountMinor;
    issueDate: Parameters<typeof issuedJournalEntries>[1]["issueDate"];
    now: Date;
  },
): Promise<void> {
  const { draft, issueDate, now, amountMinor } = given;
  const currency = draft.row.currency as Currency;
  const due = subtractMinor(draft.row.totalMinor, draft.row.creditAppliedMinor);
  if (due !== amountMinor) throw new AppError("conflict", { message: `paid ${amountMinor} of ${due}` });

  await postJournalEntries(tx, [
    ...issuedJournalEntries(
      {
        id: draft.row.id,
        organizationId: draft.row.organizationId,
        mode: draft.mode,
        currency,
        lineItems: draft.lineItems,
        totals: { taxMinor: draft.row.taxMinor },
        creditAppliedMinor: draft.row.creditAppliedMinor,
      },
      { issueDate, now },
    ),
    {
      organizationId: draft.row.organizationId,
      mode: draft.mode,
      sourceId: given.attemptId,
      occurredAt: now,
      entry: paymentReceivedEntry({ date: issueDate, currency }, { amountMinor, feeMinor: ZERO_MINOR }),
    },
  ]);
}
