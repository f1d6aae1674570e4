import { createHash } from "node:crypto";

import { eq } from "drizzle-orm";
import { afterAll, expect, it } from "vitest";

import { invoice, storedFile } from "@/db/schema/invoicing";
import { organizationTransaction, platformTransaction } from "@/db/transaction";
import { newId } from "@/lib/core/ids";
import { closePdfWorker } from "@/lib/invoicing/adapters/pdf/pdf-worker-pool";
import { invoicePdf } from "@/lib/invoicing/queries/invoice-pdf";
import { storeInvoicePdf } from "@/lib/invoicing/services/store-invoice-pdf";
import { payableInvoice } from "@/lib/testing/payable-invoice";

afterAll(closePdfWorker);

it("draws and keeps an invoice once, whoever asks and however many at once", async () => {
  const { invoiceId, organizationId } = await payableInvoice();
  const ids = await Promise.all(Array.from({ length: 4 }, () => storeInvoicePdf({ invoiceId })));
  expect(new Set(ids).size).toBe(1);
  expect(await storeInvoicePdf({ invoiceId })).toBe(ids[0]);

  const files = await platformTransaction((tx) =>
    tx.select().from(storedFile).where(eq(storedFile.organizationId, organizationId)),
  );
  expect(files).toHaveLength(1);
  const [row] = await platformTransaction((tx) => tx.select().from(invoice).where(eq(invoice.id, invoiceId)));
  expect(row?.pdfFileId).toBe(files[0]?.id);

  const pdf = await organizationTransaction(organizationId, (tx) => invoicePdf(tx, { organizationId, invoiceId }));
  expect(pdf?.number).toBe(row?.number);
  expect(
    createHash("sha256")
      .update(pdf?.bytes ?? "")
      .digest("hex"),
  ).toBe(files[0]?.sha256);
  expect(
    Buffer.from(pdf?.bytes ?? [])
      .subarray(0, 5)
      .toString(),
  ).toBe("%PDF-");
});

it("shows it to nobody else, and has none of what does not exist", async () => {
  const { invoiceId } = await payableInvoice();
  await storeInvoicePdf({ invoiceId });
  const { organizationId } = await payableInvoice();

  expect(
    await organizationTransaction(organizationId, (tx) => invoicePdf(tx, { organizationId, invoiceId })),
  ).toBeNull();
  await expect(storeInvoicePdf({ invoiceId: newId() })).rejects.toMatchObject({ code: "not_found" });
});
