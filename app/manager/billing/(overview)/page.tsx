import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import Link from "next/link";
import type { ReactNode } from "react";
import { InvoiceTable } from "@/components/billing/invoice-table";
import { NextInvoicePanel } from "@/components/billing/next-invoice-panel";
import { Columns } from "@/components/layout/columns";
import { SectionHeading } from "@/components/layout/page-header";
import { ButtonLink } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/states";
import { type BillingOverview, billingOverview } from "@/lib/billing/queries/billing-overview";
import { planChoice } from "@/lib/billing/queries/plan-choice";
import type { SubscriptionOverview } from "@/lib/billing/queries/subscription-overview";
import type { CalendarDate } from "@/lib/core/calendar";
import { currencyOf } from "@/lib/core/currency";
import { formatDate } from "@/lib/core/format";
import { paymentMethodLabel } from "@/lib/invoicing/payment-method-label";
import { clock } from "@/lib/platform/clock";
import { DebtBand } from "@/app/manager/billing/_components/debt-band";
import { meteredUses } from "@/app/manager/billing/_components/metered-uses";
import { NoBilling } from "@/app/manager/billing/_components/no-billing";
import { OverviewVoice } from "@/app/manager/billing/_components/overview-voice";
import { PlanEnding } from "@/app/manager/billing/_components/plan-ending";
import { PlanFigures } from "@/app/manager/billing/_components/plan-figures";
import { PlanPicker } from "@/app/manager/billing/_components/plan-picker";
import { PortalHeader } from "@/app/manager/billing/_components/portal-header";
import { UsageSection } from "@/app/manager/billing/_components/usage-section";
import { billingViewer } from "@/app/manager/billing/billing-viewer";
import { type PlanSearch, planSearch } from "@/app/manager/billing/plan-search";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("billing");
  return { title: t("title") };
}

/** The portal's first page: what the plan costs, how far it is used, what is owed, and what comes next. */
export default async function BillingPage(props: { searchParams: Promise<PlanSearch> }): Promise<ReactNode> {
  const viewer = await billingViewer();
  if (!viewer) return <NoBilling />;

  const [t, overview, search] = await Promise.all([
    getTranslations("billing"),
    billingOverview(viewer, clock.now()),
    props.searchParams,
  ]);
  const { subscription } = overview;
  const isServed = subscription !== null && SERVED.includes(subscription.status);

  return (
    <>
      <PortalHeader actions={isServed ? <HeaderActions overview={overview} /> : null} />
      <DebtBand debts={overview.debts} />
      {isServed ? (
        <Served overview={overview} subscription={subscription} />
      ) : (
        <div className="mt-4">
          <OverviewVoice overview={overview} />
          {subscription?.draftInvoiceId ? (
            <ButtonLink
              variant="primary"
              className="mt-3"
              href={`/manager/billing/checkout/${subscription.draftInvoiceId}`}
            >
              {t("continuePayment")}
            </ButtonLink>
          ) : null}
          <PlanPicker
            choice={await planChoice(viewer)}
            path="/manager/billing"
            search={planSearch(search)}
            className="mt-5"
          />
          <RecentInvoices overview={overview} />
        </div>
      )}
    </>
  );
}

/** One thing is filled: to pay what is owed (in the band), to save a card while a trial runs, else to compare. */
async function HeaderActions({ overview }: { overview: BillingOverview }) {
  const t = await getTranslations("billing");
  const { subscription, debts, method } = overview;
  const needsCard = subscription?.status === "trialing" && !method && !subscription.cancelAtPeriodEnd;
  return (
    <>
      <ButtonLink variant={debts.length > 0 || needsCard ? "outline" : "primary"} href="/manager/billing/plans">
        {t("comparePlans")}
      </ButtonLink>
      {needsCard ? (
        <ButtonLink variant="primary" href="/manager/billing/payment-methods#add">
          {t("figures.addCard")}
        </ButtonLink>
      ) : null}
    </>
  );
}

/** With a plan that gives something, or did until its invoice was not paid. */
const SERVED: readonly SubscriptionOverview["status"][] = ["trialing", "active", "past_due", "unpaid"];

async function Served(props: { overview: BillingOverview; subscription: SubscriptionOverview }) {
  const { overview, subscription } = props;
  const { next, method } = overview;
  const currency = currencyOf(subscription.currency);
  const uses = meteredUses(overview);
  const main = (
    <div>
      <OverviewVoice overview={overview} />
      <PlanFigures subscription={subscription} method={method} />
      {overview.today && subscription.period ? (
        <UsageSection uses={uses} period={subscription.period} today={overview.today} currency={currency} />
      ) : null}
      <RecentInvoices overview={overview} />
    </div>
  );
  const ending = <PlanEnding subscription={subscription} className="mt-8" />;
  if (!next || next.lineItems.length === 0) {
    return (
      <div className="mt-4 max-w-[960px]">
        {main}
        {ending}
      </div>
    );
  }

  const isMetered = subscription.status !== "trialing";
  const billed = new Set(next.lineItems.map((line) => line.metric));
  return (
    <>
      <Columns side="explain" className="mt-4">
        {main}
        <NextInvoicePanel
          invoice={next}
          expectedMinor={next.expected?.totals.totalMinor ?? null}
          unbilled={uses.filter((use) => isMetered && use.behaviour === "overage" && !billed.has(use.metric.key))}
          note={await issueNote(overview, next.issueOn)}
          currency={currency}
          usageHref="/manager/billing/usage"
        />
      </Columns>
      {ending}
    </>
  );
}

/** A trial without a card ends without an invoice. */
async function issueNote({ subscription, method }: BillingOverview, issueOn: CalendarDate): Promise<string> {
  const t = await getTranslations("billing.next");
  const date = formatDate(issueOn, await getLocale());
  if (method) return t("issued", { date, method: paymentMethodLabel(method) });
  return t(subscription?.status === "trialing" ? "issuedWithCard" : "issuedOnly", { date });
}

async function RecentInvoices({ overview }: { overview: BillingOverview }) {
  const t = await getTranslations("billing.invoices");
  const { rows, rowCount } = overview.recent;
  if (rows.length === 0 && overview.subscription === null) return null;
  return (
    <section className="mt-5">
      <SectionHeading
        className="mb-1"
        aside={
          rowCount > rows.length ? (
            <Link href="/manager/billing/invoices" className="link">
              {t("all", { count: rowCount })}
            </Link>
          ) : null
        }
      >
        {t("title")}
      </SectionHeading>
      {rows.length === 0 ? (
        <EmptyState sentence={t("noneYet")} />
      ) : (
        <InvoiceTable rows={rows} hrefBase="/manager/billing/invoices" />
      )}
    </section>
  );
}
