import { invoiceCsv } from "@/lib/invoicing/invoice-csv";
import { invoiceListPage } from "@/lib/invoicing/queries/invoice-list-page";
import { invoiceFilterSchema } from "@/lib/invoicing/schemas";
import { authorizedRoute } from "@/lib/platform/authorized-route";

/** More than any organization is ever issued; a bound all the same. */
const MAX_ROWS = 10_000;

/** The organization's invoices as CSV: exactly those the list shows under the same filters, on all its pages. */
export const GET = authorizedRoute({
  permission: "billing.view",
  query: invoiceFilterSchema,
  handler: async ({ query: { q, ...filters }, actor }) => {
    const { rows } = await invoiceListPage(actor, { ...filters, query: q, page: 1, pageSize: MAX_ROWS });
    return new Response(invoiceCsv(rows), {
      headers: {
        "content-type": "text/csv; charset=utf-8",
        "content-disposition": 'attachment; filename="invoices.csv"',
      },
    });
  },
});
