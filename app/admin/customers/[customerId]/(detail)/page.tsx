import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import Link from "next/link";
import { initialOf } from "@/app/admin/_components/initial";
import { Attempts } from "@/app/admin/_sections/attempts";
import { AuditTimeline } from "@/app/admin/_sections/audit-timeline";
import { CustomerFacts } from "@/app/admin/customers/[customerId]/_sections/customer-facts";
import { CustomerInvoices } from "@/app/admin/customers/[customerId]/_sections/customer-invoices";
import { CustomerMails } from "@/app/admin/customers/[customerId]/_sections/customer-mails";
import { CustomerSubscription } from "@/app/admin/customers/[customerId]/_sections/customer-subscription";
import { loadCustomer } from "@/app/admin/customers/[customerId]/load";
import { Plate } from "@/components/brand/plate";
import { Status, StatusWords } from "@/components/brand/status";
import { Columns } from "@/components/layout/columns";
import { Crumbs } from "@/components/layout/crumbs";
import { PageHeader, SectionHeading } from "@/components/layout/page-header";
import { requireRole } from "@/lib/auth/queries/session";
import { formatInstant } from "@/lib/core/format";

type Params = { params: Promise<{ customerId: string }> };

export async function generateMetadata(props: Params): Promise<Metadata> {
  const page = await loadCustomer(await requireRole("admin"), (await props.params).customerId);
  return { title: page.organization.name };
}

/** One customer: what they have, what they were billed, what was collected, written and done. */
export default async function CustomerPage(props: Params) {
  const page = await loadCustomer(await requireRole("admin"), (await props.params).customerId);
  const [t, locale] = [await getTranslations("admin.customer"), await getLocale()];
  const { organization, clock } = page;
  const [current] = page.subscriptions;

  return (
    <>
      <Crumbs items={[{ label: organization.name }]} />
      <PageHeader
        before={<Plate size="lg">{initialOf(organization.name)}</Plate>}
        title={organization.name}
        beside={
          <>
            {current ? <Status value={current.held.parkedAt ? "parked" : current.held.status} pill /> : null}
            {organization.mode === "test" ? (
              <StatusWords glyph="dashed" tone="warn" pill>
                {t("test")}
              </StatusWords>
            ) : null}
          </>
        }
        meta={
          clock ? (
            <Link className="link" href={`/admin/test-clocks/${clock.id}`}>
              {t("livesBy", {
                clock: clock.name,
                moment: formatInstant(clock.nowAt, organization.timeZone, locale),
              })}
            </Link>
          ) : (
            t("livesByWall")
          )
        }
      />
      <Columns side="explain" className="mt-5">
        <div className="grid gap-8 *:min-w-0">
          <CustomerSubscription page={page} />
          <CustomerInvoices page={page} />
          <section aria-labelledby="attempts">
            <SectionHeading id="attempts">{t("attempts")}</SectionHeading>
            <Attempts attempts={page.attempts} timeZone={organization.timeZone} />
          </section>
          <CustomerMails page={page} />
        </div>
        <div className="grid gap-7">
          <CustomerFacts page={page} />
          <section aria-labelledby="history">
            <SectionHeading
              id="history"
              className="mb-3"
              aside={
                <Link className="link" href={`/admin/audit?organization=${organization.id}`}>
                  {t("wholeHistory")}
                </Link>
              }
            >
              {t("history")}
            </SectionHeading>
            <AuditTimeline events={page.events} label={t("history")} timeZone={organization.timeZone} />
          </section>
        </div>
      </Columns>
    </>
  );
}
