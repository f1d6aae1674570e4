import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { ActivityTimeline } from "@/app/manager/_sections/activity-timeline";
import { AttentionList } from "@/app/manager/_sections/attention-list";
import { Notices } from "@/app/manager/_sections/notices";
import { SetupChecklist, type SetupStep } from "@/app/manager/_sections/setup-checklist";
import { Today } from "@/app/manager/_sections/today";
import { BILLING_ACTIONS, BUILDING_ACTIONS } from "@/app/manager/activity-actions";
import { type ManagerDesk, managerDesk } from "@/app/manager/desk";
import { Columns } from "@/components/layout/columns";
import { type KeyFigure, KeyFigures } from "@/components/layout/key-figures";
import { PageHeader, SectionHeading } from "@/components/layout/page-header";
import { ButtonLink } from "@/components/ui/button";
import { announcements } from "@/lib/announcements/queries/announcements";
import { recentActivity } from "@/lib/audit/queries/recent-activity";
import { can } from "@/lib/auth/permissions";
import { requireRole } from "@/lib/auth/queries/session";
import { isTerminal } from "@/lib/billing/subscription";
import { buildingNames } from "@/lib/buildings/queries/buildings";
import { type PropertyOverview, propertyOverview } from "@/lib/buildings/queries/property-overview";
import { decimal } from "@/lib/core/decimal";
import { formatDate, formatDecimal } from "@/lib/core/format";
import type { Locale } from "@/lib/core/locale";
import { clock } from "@/lib/platform/clock";
import type { MeasuredLimit } from "@/lib/usage/queries/measured-limits";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("manager.nav");
  return { title: t("overview") };
}

/** What matters today, what needs someone, and what happened lately. */
export default async function OverviewPage() {
  const actor = await requireRole("manager");
  const now = clock.now();
  const desk = await managerDesk(actor);
  const properties = await propertyOverview(actor, { now });
  const notices = await announcements(actor, { now, page: 1, pageSize: 3, query: "" });
  const mayBill = can(actor, "billing.view");
  const actions = mayBill ? [...BUILDING_ACTIONS, ...BILLING_ACTIONS] : BUILDING_ACTIONS;
  const events = await recentActivity(actor, { actions, limit: 8 });
  const buildings = await buildingNames(actor);
  const t = await getTranslations("manager");
  const locale = await getLocale();
  const steps = setupSteps(desk, properties);

  return (
    <>
      <PageHeader
        title={t("nav.overview")}
        meta={`${desk.profile.name} · ${formatDate(desk.profile.today, locale, "long")}`}
        actions={<ButtonLink href="/manager/buildings/new">{t("buildings.add")}</ButtonLink>}
        voice={<Today desk={desk} properties={properties} mayBill={mayBill} />}
      />
      <KeyFigures className="mt-4" figures={figuresOf({ desk, properties, locale, t })} />
      <Columns side="explain" className="mt-6">
        <div className="grid grid-cols-[minmax(0,1fr)] gap-7">
          {steps.some((step) => !step.done) ? <SetupChecklist steps={steps} /> : null}
          <AttentionList items={desk.attention} mayBill={mayBill} />
          <Notices rows={notices.rows} rowCount={notices.rowCount} timeZone={desk.profile.timeZone} />
        </div>
        <section aria-labelledby="activity">
          <SectionHeading id="activity" className="mb-3 border-b border-line pb-1.5">
            {t("activity.title")}
          </SectionHeading>
          <ActivityTimeline
            events={events}
            timeZone={desk.profile.timeZone}
            buildings={new Map(buildings.map(({ id, name }) => [id, name]))}
          />
        </section>
      </Columns>
    </>
  );
}

/**
 * The plan and the card belong to those who pay; a plan without a price needs no card. An organization whose plan has ended was
 * set up long ago.
 */
function setupSteps({ billing }: ManagerDesk, properties: PropertyOverview): SetupStep[] {
  const steps: SetupStep[] = [
    { key: "building", done: properties.buildings > 0, href: "/manager/buildings/new" },
    { key: "apartments", done: properties.apartments > 0, href: "/manager/buildings" },
  ];
  if (!billing) return steps;

  const { subscription, hasPaymentMethod } = billing;
  if (subscription && isTerminal(subscription.status)) return [];
  const hasPlan = subscription !== null;
  const isFree = hasPlan && subscription.unitAmount === null;
  return [
    { key: "plan", done: hasPlan, href: "/manager/billing/plans" },
    ...steps,
    { key: "card", done: hasPaymentMethod || isFree, href: "/manager/billing/payment-methods" },
  ];
}

function figuresOf(of: {
  desk: ManagerDesk;
  properties: PropertyOverview;
  locale: Locale;
  t: Awaited<ReturnType<typeof getTranslations<"manager">>>;
}): KeyFigure[] {
  const { desk, properties, locale, t } = of;
  const figures = desk.limits.map((limit) => ({
    label: t(`overview.figure.${limit.metric}`),
    ...figureOf(limit, locale),
  }));
  const residents = { label: t("overview.figure.residents"), value: formatDecimal(properties.residents, locale) };
  return [...figures.slice(0, 2), residents, ...figures.slice(2)];
}

/** "523 / 500", in the unit the plan counts. */
function figureOf({ metric, used, limit }: MeasuredLimit, locale: Locale): Pick<KeyFigure, "value" | "change"> {
  const storage = metric === "storage_gb";
  const value = formatDecimal(decimal(used).toDecimalPlaces(storage ? 1 : 0), locale);
  const unit = storage ? " GB" : "";
  if (limit === null || limit === "0") return { value: `${value}${unit}` };
  return { value, change: `/ ${formatDecimal(limit, locale)}${unit}` };
}
