import { eq } from "drizzle-orm";

import { billingAccount, subscription } from "@/db/schema/billing";
import { planVersion } from "@/db/schema/catalog";
import { paymentCustomer, paymentMethod } from "@/db/schema/payments";
import { loadCatalogues } from "@/db/seed/load-catalogues";
import { loadIssuers } from "@/db/seed/load-issuers";
import { platformTransaction } from "@/db/transaction";
import type { OrganizationActor } from "@/lib/auth/actor";
import { calendarDate } from "@/lib/core/calendar";
import { newId } from "@/lib/core/ids";
import { amountMinor, ZERO_MINOR } from "@/lib/core/money";
import { invoiceTotals } from "@/lib/invoicing/invoice-totals";
import type { LineItem } from "@/lib/invoicing/line-item";
import { issueInvoices } from "@/lib/invoicing/services/issue-invoices";
import { sampleOrganization } from "@/lib/testing/sample-organization";

export type PayableInvoice = {
  organizationId: string;
  actor: OrganizationActor;
  subscriptionId: string;
  accountId: string;
  invoiceId: string;
  totalMinor: number;
};

/** A customer with an active subscription, a card on file at the fake provider unless told otherwise, and one open invoice. */
export async function payableInvoice({
  hasCard = true,
  netMinor = 2900,
}: { hasCard?: boolean; netMinor?: number } = {}): Promise<PayableInvoice> {
  await loadCatalogues();
  await platformTransaction(loadIssuers);
  const { organizationId, actor } = await sampleOrganization();
  const [accountId, subscriptionId] = [newId(), newId()];
  await platformTransaction(async (tx) => {
    const [version] = await tx.select({ id: planVersion.id }).from(planVersion).limit(1);
    if (!version) throw new Error("the catalogue is empty");
    await tx
      .insert(billingAccount)
      .values({ id: accountId, organizationId, currency: "EUR", creditBalanceMinor: ZERO_MINOR });
    await tx.insert(subscription).values({
      id: subscriptionId,
      organizationId,
      billingAccountId: accountId,
      planVersionId: version.id,
      status: "active",
      currency: "EUR",
      timeZone: "Europe/Athens",
      quantity: "1",
      interval: "month",
      intervalCount: 1,
      anchor: calendarDate("2026-01-01"),
      startedAt: new Date("2026-01-01T00:00:00Z"),
      currentSequence: 1,
    });
    if (!hasCard) return;
    const provider = "stripe_sandbox";
    await tx.insert(paymentCustomer).values({ organizationId, provider, providerCustomerId: `cus_${organizationId}` });
    await tx.insert(paymentMethod).values({
      organizationId,
      provider,
      providerPaymentMethodId: `pm_${organizationId}`,
      kind: "card",
      brand: "visa",
      last4: "4242",
      isDefault: true,
    });
  });

  const { invoiceId, totalMinor } = await openInvoice({ organizationId, accountId, subscriptionId, netMinor });
  return { organizationId, actor, subscriptionId, accountId, invoiceId, totalMinor };
}

/** One more open invoice of the same customer. */
export async function openInvoice(of: {
  organizationId: string;
  accountId: string;
  subscriptionId: string;
  netMinor: number;
}): Promise<{ invoiceId: string; totalMinor: number }> {
  const invoiceId = newId();
  const lineItems = [line(of.netMinor)];
  const { taxes, totals } = invoiceTotals(lineItems);
  await platformTransaction((tx) =>
    issueInvoices(
      tx,
      [
        {
          id: invoiceId,
          organizationId: of.organizationId,
          mode: "test",
          clockCode: null,
          billingAccountId: of.accountId,
          subscriptionId: of.subscriptionId,
          billingPeriodId: null,
          kind: "one_off",
          currency: "EUR",
          locale: "en",
          customer: {
            name: "Akropol IKE",
            addressLine: "Ermou 1",
            postalCode: "10563",
            city: "Athens",
            country: "GR",
            vatId: null,
            registrationNumber: null,
            email: null,
            iban: null,
          },
          subscriptionLabel: null,
          paymentTermsDays: 0,
          lineItems,
          taxes,
          totals,
          creditAppliedMinor: ZERO_MINOR,
        },
      ],
      { now: new Date(), actor: { kind: "system" } },
    ),
  );
  return { invoiceId, totalMinor: totals.totalMinor };
}

function line(netMinor: number): LineItem {
  const day = calendarDate("2026-02-01");
  const price = (netMinor / 100).toFixed(2);
  return {
    kind: "one_off",
    description: { en: "Setting up", el: "Εγκατάσταση" },
    servicePeriod: { start: day, end: calendarDate("2026-02-02") },
    taxPoint: day,
    quantity: "1",
    unitPrice: price,
    amountExact: price,
    amountMinor: amountMinor(netMinor),
    taxCategory: "S",
    taxRate: "24",
    explanation: { kind: "one_off", unitPrice: price, quantity: "1", deliveredOn: day },
  };
}

/** The subscription's status now. */
export async function subscriptionStatus(subscriptionId: string): Promise<string | undefined> {
  const [row] = await platformTransaction((tx) =>
    tx.select({ status: subscription.status }).from(subscription).where(eq(subscription.id, subscriptionId)),
  );
  return row?.status;
}
