import { AppError } from "@/lib/core/errors";
import { readableInvoice } from "@/lib/invoicing/queries/readable-invoice";
import { storedInvoicePdf } from "@/lib/invoicing/queries/stored-invoice-pdf";
import { invoiceSchema } from "@/lib/invoicing/schemas";
import { storeInvoicePdf } from "@/lib/invoicing/services/store-invoice-pdf";
import { authorizedRoute } from "@/lib/platform/authorized-route";

/** The PDF of an issued invoice, as stored; drawn and stored now when it has not been yet. */
export const GET = authorizedRoute({
  permission: "self",
  params: invoiceSchema,
  handler: async ({ params: { invoiceId }, actor }) => {
    const { organizationId } = await readableInvoice(actor, invoiceId);
    const of = { organizationId, invoiceId };
    const pdf = (await storedInvoicePdf(of)) ?? (await drawn(of));
    return new Response(pdf.bytes.slice().buffer, {
      headers: {
        "content-type": "application/pdf",
        "content-length": String(pdf.bytes.length),
        "content-disposition": `inline; filename="${pdf.number}.pdf"`,
        etag: `"${pdf.sha256}"`,
      },
    });
  },
});

async function drawn(of: { organizationId: string; invoiceId: string }) {
  await storeInvoicePdf(of);
  const pdf = await storedInvoicePdf(of);
  if (!pdf) throw new AppError("not_found");
  return pdf;
}
