import "server-only";
import type { CalendarDate } from "@/lib/core/calendar";
import type { Currency } from "@/lib/core/currency";
import type { AmountMinor } from "@/lib/core/money";
import { revenueSplit, type RevenueLine } from "@/lib/invoicing/revenue-split";
import { creditBalanceAppliedEntry, invoiceIssuedEntry } from "@/lib/ledger/journal-entry";
import type { NewJournalEntry } from "@/lib/ledger/services/post-journal-entries";
import type { OrganizationMode } from "@/lib/organizations/organization";

type IssuedDocument = {
  id: string;
  organizationId: string;
  mode: OrganizationMode;
  currency: Currency;
  lineItems: RevenueLine[];
  totals: { taxMinor: AmountMinor };
  creditAppliedMinor: AmountMinor;
};

/** What issuing an invoice books: the debt against deferred or earned revenue and tax, and the credit balance it takes. */
export function issuedJournalEntries(
  document: IssuedDocument,
  on: { issueDate: CalendarDate; now: Date },
): NewJournalEntry[] {
  const header = { date: on.issueDate, currency: document.currency };
  const common = {
    organizationId: document.organizationId,
    mode: document.mode,
    sourceId: document.id,
    occurredAt: on.now,
  };
  return [
    {
      ...common,
      entry: invoiceIssuedEntry(header, {
        netMinor: revenueSplit(document.lineItems),
        taxMinor: document.totals.taxMinor,
      }),
    },
    { ...common, entry: creditBalanceAppliedEntry(header, document.creditAppliedMinor) },
  ];
}
