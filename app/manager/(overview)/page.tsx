import type { Metadata } from "next";
import { useLocale, useTranslations } from "next-intl";
import { getLocale, getTranslations } from "next-intl/server";
import Link from "next/link";
import type { ReactNode } from "react";
import { Plate } from "@/components/brand/plate";
import { Columns } from "@/components/layout/columns";
import { type KeyFigure, KeyFigures } from "@/components/layout/key-figures";
import { PageHeader, SectionHeading } from "@/components/layout/page-header";
import { ButtonLink } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/states";
import { type AnnouncementRow, announcements } from "@/lib/announcements/queries/announcements";
import { recentActivity } from "@/lib/audit/queries/recent-activity";
import { can } from "@/lib/auth/permissions";
import { requireRole } from "@/lib/auth/queries/session";
import { isTerminal } from "@/lib/billing/subscription";
import { buildingNames } from "@/lib/buildings/queries/buildings";
import { type PropertyOverview, propertyOverview } from "@/lib/buildings/queries/property-overview";
import { decimal } from "@/lib/core/decimal";
import { formatDate, formatDecimal, formatMoney } from "@/lib/core/format";
import type { Locale } from "@/lib/core/locale";
import { dateInZone } from "@/lib/core/time-zone";
import { clock } from "@/lib/platform/clock";
import type { MeasuredLimit } from "@/lib/usage/queries/measured-limits";
import { ActivityTimeline } from "@/app/manager/_sections/activity-timeline";
import { AttentionList } from "@/app/manager/_sections/attention-list";
import { SetupChecklist, type SetupStep } from "@/app/manager/_sections/setup-checklist";
import { BILLING_ACTIONS, BUILDING_ACTIONS } from "@/app/manager/activity-actions";
import { refusedTogether } from "@/app/manager/attention";
import { useAttentionWords } from "@/app/manager/attention-words";
import { type ManagerDesk, managerDesk } from "@/app/manager/desk";

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
          <Notices rows={notices.rows} rowCount={notices.rowCount} timeZone={desk.profile.timeZone} locale={locale} />
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

/** One sentence: the most pressing thing, or that nothing presses. */
function Today(props: { desk: ManagerDesk; properties: PropertyOverview; mayBill: boolean }) {
  const t = useTranslations("manager.overview");
  const locale = useLocale();
  const wordsOf = useAttentionWords(props.mayBill);
  const { attention, profile } = props.desk;
  const { buildings, apartments, vacant } = props.properties;
  const lit = attention.filter((item) => item.lit);
  const refused = refusedTogether(lit);
  const [first] = lit;
  const b = (chunks: ReactNode) => <b>{chunks}</b>;

  if (first) {
    const more = lit.length - (refused?.count ?? 1);
    const sum = refused ? formatMoney(refused.amountMinor, refused.currency, locale) : "";
    return (
      <>
        {refused ? t.rich("refused", { b, count: refused.count, amount: sum }) : wordsOf(first).voice}{" "}
        {more > 0 ? t("andMore", { count: more }) : null}
      </>
    );
  }
  if (buildings === 0) return t("nothingYet", { name: profile.name });
  return t.rich("calm", { b, buildings, apartments, vacant });
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

function Notices(props: { rows: readonly AnnouncementRow[]; rowCount: number; timeZone: string; locale: Locale }) {
  const t = useTranslations("manager.announcements");
  return (
    <section aria-labelledby="notices">
      <SectionHeading
        id="notices"
        className="mb-1.5"
        aside={
          props.rowCount > 0 ? (
            <Link href="/manager/announcements" className="link">
              {t("all", { count: props.rowCount })}
            </Link>
          ) : null
        }
      >
        {t("recent")}
      </SectionHeading>
      {props.rows.length === 0 ? (
        <EmptyState sentence={t("empty")} />
      ) : (
        <ul className="border-t border-line">
          {props.rows.map((row) => (
            <li key={row.id} className="flex items-baseline gap-3 border-b border-line py-2">
              <Plate className="self-center">{row.building.plate}</Plate>
              <span className="min-w-0 flex-1 truncate">{row.title}</span>
              <span className="num text-sm text-ink-3">
                {formatDate(dateInZone(row.publishedAt, props.timeZone), props.locale)}
              </span>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
