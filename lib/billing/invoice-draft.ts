import type { CycleResult } from "@/lib/billing/rate-cycle";
import type { Currency } from "@/lib/core/currency";
import type { Interval } from "@/lib/core/calendar";
import type { Localized, Locale } from "@/lib/core/locale";
import type { InvoiceDraft } from "@/lib/invoicing/invoice-draft";
import type { TaxTreatment } from "@/lib/invoicing/tax";
import type { OrganizationMode } from "@/lib/organizations/organization";

type Customer = {
  id: string;
  mode: OrganizationMode;
  locale: Locale;
  legalName: string;
  addressLine: string;
  postalCode: string;
  city: string;
  country: string;
  vatId: string | null;
  billingEmail: string;
};

const INTERVAL_WORDS: Record<Interval, Localized> = {
  day: { el: "ημερήσια", en: "daily" },
  week: { el: "εβδομαδιαία", en: "weekly" },
  month: { el: "μηνιαία", en: "monthly" },
  quarter: { el: "τριμηνιαία", en: "quarterly" },
  half_year: { el: "εξαμηνιαία", en: "half-yearly" },
  year: { el: "ετήσια", en: "yearly" },
};

/** The invoice of a rated cycle, with the customer as they are named today, ready to be numbered. */
export function cycleInvoiceDraft(given: {
  id: string;
  customer: Customer;
  account: { id: string; paymentTermsDays: number };
  subscription: { id: string; currency: string; interval: Interval };
  billingPeriodId: string;
  planName: Localized;
  clockCode: string | null;
  tax: TaxTreatment;
  result: CycleResult;
}): InvoiceDraft {
  const { customer, account, subscription, result, planName, tax } = given;
  const word = INTERVAL_WORDS[subscription.interval];
  return {
    id: given.id,
    organizationId: customer.id,
    mode: customer.mode,
    clockCode: given.clockCode,
    billingAccountId: account.id,
    subscriptionId: subscription.id,
    billingPeriodId: given.billingPeriodId,
    kind: "cycle",
    currency: subscription.currency as Currency,
    locale: customer.locale,
    customer: {
      name: customer.legalName,
      addressLine: customer.addressLine,
      postalCode: customer.postalCode,
      city: customer.city,
      country: customer.country,
      vatId: customer.vatId,
      registrationNumber: null,
      email: customer.billingEmail,
      iban: null,
    },
    subscriptionLabel: { el: `${planName.el}, ${word.el}`, en: `${planName.en}, ${word.en}` },
    paymentTermsDays: account.paymentTermsDays,
    lineItems: result.lineItems,
    taxes: result.taxes.map((row) => ({ ...row, ...(tax.exemptionText && { exemptionText: tax.exemptionText }) })),
    totals: result.totals,
    creditAppliedMinor: result.creditAppliedMinor,
  };
}
