import "server-only";
import { insertRows } from "@/db/insert-rows";
import { invoiceLine, invoiceTax } from "@/db/schema/invoicing";
import type { Executor } from "@/db/transaction";
import type { InvoiceDraft } from "@/lib/invoicing/invoice-draft";

/** Writes the lines and the tax table of new invoices, two statements for all. */
export async function insertInvoiceParts(tx: Executor, drafts: InvoiceDraft[]): Promise<void> {
  const lines = drafts.flatMap((draft) =>
    draft.lineItems.map((line, index) => ({
      organizationId: draft.organizationId,
      invoiceId: draft.id,
      position: index + 1,
      kind: line.kind,
      description: line.description,
      servicePeriodStart: line.servicePeriod.start,
      servicePeriodEnd: line.servicePeriod.end,
      taxPoint: line.taxPoint,
      quantity: line.quantity,
      unitPrice: line.unitPrice,
      amountExact: line.amountExact,
      amountMinor: line.amountMinor,
      taxCategory: line.taxCategory,
      taxRate: line.taxRate,
      priceId: line.priceId ?? null,
      chargeId: line.chargeId ?? null,
      metricKey: line.metric ?? null,
      explanation: line.explanation,
    })),
  );
  const taxes = drafts.flatMap((draft) =>
    draft.taxes.map((tax) => ({
      organizationId: draft.organizationId,
      invoiceId: draft.id,
      category: tax.category,
      rate: tax.rate,
      baseMinor: tax.baseMinor,
      taxMinor: tax.taxMinor,
      exemptionText: tax.exemptionText ?? null,
    })),
  );

  await insertRows(tx, invoiceLine, lines);
  await insertRows(tx, invoiceTax, taxes);
}
