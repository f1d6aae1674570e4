import { parseTableParams, type SearchParams, type TableParams } from "@/components/data-table/table-params";
import { type CalendarDate, calendarDate } from "@/lib/core/calendar";
import { INVOICE_SORTS, LISTED_STATUSES, type ListedStatus } from "@/lib/invoicing/invoice-list";

export type InvoiceSearch = TableParams & {
  status: ListedStatus | undefined;
  from: CalendarDate | undefined;
  to: CalendarDate | undefined;
};

/** What of the invoices an address asks for. What is not on offer falls back: an address is typed, shared and kept. */
export function invoiceSearch(searchParams: SearchParams): InvoiceSearch {
  return {
    ...parseTableParams(searchParams, { sortable: INVOICE_SORTS, defaultSort: "-issued" }),
    status: LISTED_STATUSES.find((status) => status === searchParams["status"]),
    from: dateIn(searchParams["from"]),
    to: dateIn(searchParams["to"]),
  };
}

function dateIn(value: string | string[] | undefined): CalendarDate | undefined {
  if (typeof value !== "string") return undefined;
  try {
    return calendarDate(value);
  } catch {
    return undefined;
  }
}

/** The same address with some filters changed; undefined takes one off. The page starts over. */
export function hrefWith(searchParams: SearchParams, changes: Record<string, string | undefined>): string {
  const next = new URLSearchParams();
  for (const [name, value] of Object.entries({ ...searchParams, page: undefined, ...changes })) {
    if (typeof value === "string" && value !== "") next.set(name, value);
  }
  return next.size === 0 ? "/manager/billing/invoices" : `/manager/billing/invoices?${next}`;
}

/** The address of the same invoices as a file. */
export function exportHref({ query, status, from, to }: InvoiceSearch): string {
  const filters = { q: query, status, from, to };
  const given = Object.entries(filters).filter((entry): entry is [string, string] => Boolean(entry[1]));
  return `/api/v1/invoices/export?${new URLSearchParams(given)}`;
}
