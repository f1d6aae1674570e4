import type { Currency } from "@/lib/core/currency";
import type { Localized, Locale } from "@/lib/core/locale";
import type { AmountMinor } from "@/lib/core/money";
import type { InvoiceKind } from "@/lib/invoicing/invoice";
import type { InvoiceParty } from "@/lib/invoicing/invoice-party";
import type { InvoiceTotals } from "@/lib/invoicing/invoice-totals";
import type { LineItem } from "@/lib/invoicing/line-item";
import type { TaxTotal } from "@/lib/invoicing/tax";
import type { OrganizationMode } from "@/lib/organizations/organization";

/** Everything an invoice will say, computed and not yet numbered. */
export type InvoiceDraft = {
  id: string;
  organizationId: string;
  mode: OrganizationMode;
  /** The short code of the test clock it is issued under: each clock counts in a series of its own, so that dates never run backwards. */
  clockCode: string | null;
  billingAccountId: string;
  subscriptionId: string | null;
  billingPeriodId: string | null;
  kind: InvoiceKind;
  currency: Currency;
  locale: Locale;
  customer: InvoiceParty;
  subscriptionLabel: Localized | null;
  paymentTermsDays: number;
  lineItems: LineItem[];
  taxes: (TaxTotal & { exemptionText?: Localized })[];
  totals: InvoiceTotals;
  creditAppliedMinor: AmountMinor;
};
