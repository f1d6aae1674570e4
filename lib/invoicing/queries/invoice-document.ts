import "server-only";
import { and, asc, desc, eq, isNull } from "drizzle-orm";
import { invoice, invoiceLine, invoiceTax } from "@/db/schema/invoicing";
import { organization } from "@/db/schema/organizations";
import { paymentAttempt, paymentMethod } from "@/db/schema/payments";
import type { Executor } from "@/db/transaction";
import { currencyOf } from "@/lib/core/currency";
import { AppError } from "@/lib/core/errors";
import { addMinor, subtractMinor } from "@/lib/core/money";
import type {
  DocumentPaymentState,
  InvoiceDocument,
  InvoiceDocumentLine,
  InvoiceDocumentTax,
  InvoiceDocumentTotals,
} from "@/lib/invoicing/invoice-document";
import type { InvoiceParty } from "@/lib/invoicing/invoice-party";
import { lineWorking } from "@/lib/invoicing/line-working";
import { paymentMethodLabel } from "@/lib/invoicing/payment-method-label";
import { TAX_CATEGORIES, type TaxCategory } from "@/lib/invoicing/tax";
import { assert } from "@/lib/core/assert";

/** The brand on our own documents; the seller's legal name stands beside it. */
const BRAND = "New Concierge";

type InvoiceRow = typeof invoice.$inferSelect;

/**
 * An issued invoice as its printed document: every figure as it is stored, nothing computed anew.
 * @throws AppError not_found for a draft, or for anyone else's
 */
export async function invoiceDocument(
  tx: Executor,
  of: { organizationId: string; invoiceId: string },
): Promise<InvoiceDocument> {
  const [found] = await tx
    .select({ row: invoice, timeZone: organization.timeZone })
    .from(invoice)
    .innerJoin(organization, eq(organization.id, invoice.organizationId))
    .where(and(eq(invoice.organizationId, of.organizationId), eq(invoice.id, of.invoiceId)));
  if (!found?.row.number || !found.row.issueDate) throw new AppError("not_found");

  const { row, timeZone } = found;
  const { number, issueDate } = found.row;

  const methodLabel = await paidWith(tx, row);
  return {
    kind: "invoice",
    number,
    issueDate,
    ...(row.dueDate ? { dueDate: row.dueDate } : {}),
    currency: currencyOf(row.currency),
    locale: row.locale,
    seller: printedSeller(row.seller),
    customer: printedParty(row.customer),
    ...(row.subscriptionLabel ? { subscriptionLabel: row.subscriptionLabel } : {}),
    ...(methodLabel ? { paymentMethodLabel: methodLabel } : {}),
    payment: {
      state: paymentStateOf(row),
      ...(row.paidAt ? { paidAt: row.paidAt.toISOString() } : {}),
      timeZone,
    },
    lines: await documentLines(tx, row.id),
    taxes: await documentTaxes(tx, row.id),
    totals: totalsOf(row),
    test: row.isTest,
    branding: { name: BRAND },
  };
}

function printedParty(party: InvoiceParty): InvoiceDocument["customer"] {
  const place = [party.postalCode, party.city].filter((part) => part !== "").join(" ");
  const addressLines = [party.addressLine, place, party.country].filter((line) => line !== "");
  return { name: party.name, addressLines, ...(party.vatId ? { vatId: party.vatId } : {}) };
}

function printedSeller(party: InvoiceParty): InvoiceDocument["seller"] {
  return {
    ...printedParty(party),
    email: party.email ?? "",
    ...(party.registrationNumber ? { registrationNumber: party.registrationNumber } : {}),
    ...(party.iban ? { iban: party.iban } : {}),
  };
}

function paymentStateOf(row: InvoiceRow): DocumentPaymentState {
  if (row.status === "paid") return "paid";
  return row.amountPaidMinor > 0 ? "partial" : "open";
}

function totalsOf(row: InvoiceRow): InvoiceDocumentTotals {
  const creditAppliedMinor = addMinor(row.creditedMinor, row.creditAppliedMinor);
  const settledMinor = addMinor(creditAppliedMinor, row.amountPaidMinor);
  return {
    subtotalMinor: row.subtotalMinor,
    taxMinor: row.taxMinor,
    totalMinor: row.totalMinor,
    creditAppliedMinor,
    paidMinor: row.amountPaidMinor,
    dueMinor: subtractMinor(row.totalMinor, settledMinor),
  };
}

function taxCategoryOf(value: string): TaxCategory {
  const category = TAX_CATEGORIES.find((known) => known === value);
  assert(category, `unknown tax category ${value}`);
  return category;
}

async function documentLines(tx: Executor, invoiceId: string): Promise<InvoiceDocumentLine[]> {
  const rows = await tx
    .select()
    .from(invoiceLine)
    .where(eq(invoiceLine.invoiceId, invoiceId))
    .orderBy(asc(invoiceLine.position));
  return rows.map((row) => {
    const working = lineWorking(row.explanation);
    return {
      position: row.position,
      description: row.description,
      ...(working ? { working } : {}),
      servicePeriod: { start: row.servicePeriodStart, end: row.servicePeriodEnd },
      quantity: row.quantity,
      unitPrice: row.unitPrice,
      taxRate: row.taxRate,
      taxCategory: taxCategoryOf(row.taxCategory),
      amountMinor: row.amountMinor,
    };
  });
}

async function documentTaxes(tx: Executor, invoiceId: string): Promise<InvoiceDocumentTax[]> {
  const rows = await tx
    .select()
    .from(invoiceTax)
    .where(eq(invoiceTax.invoiceId, invoiceId))
    .orderBy(asc(invoiceTax.category), asc(invoiceTax.rate));
  return rows.map((row) => ({
    category: taxCategoryOf(row.category),
    rate: row.rate,
    baseMinor: row.baseMinor,
    taxMinor: row.taxMinor,
    ...(row.exemptionText ? { exemptionText: row.exemptionText } : {}),
  }));
}

/** The method that paid or was last tried; before any try the one it will be collected from. */
async function paidWith(tx: Executor, row: InvoiceRow): Promise<string | null> {
  const shown = { kind: paymentMethod.kind, brand: paymentMethod.brand, last4: paymentMethod.last4 };
  const [tried] = await tx
    .select(shown)
    .from(paymentAttempt)
    .innerJoin(paymentMethod, eq(paymentMethod.id, paymentAttempt.paymentMethodId))
    .where(eq(paymentAttempt.invoiceId, row.id))
    .orderBy(desc(paymentAttempt.attemptNumber))
    .limit(1);
  if (tried) return paymentMethodLabel(tried);
  if (row.status !== "open") return null;

  const [planned] = await tx
    .select(shown)
    .from(paymentMethod)
    .where(
      and(
        eq(paymentMethod.organizationId, row.organizationId),
        eq(paymentMethod.isDefault, true),
        isNull(paymentMethod.detachedAt),
      ),
    );
  return planned ? paymentMethodLabel(planned) : null;
}
