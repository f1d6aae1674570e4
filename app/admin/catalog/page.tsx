import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import Link from "next/link";
import { SmallTable } from "@/app/admin/_components/small-table";
import { CatalogHeader } from "@/app/admin/_sections/catalog-header";
import { Status } from "@/components/brand/status";
import { SectionHeading } from "@/components/layout/page-header";
import { EmptyState } from "@/components/ui/states";
import { requireRole } from "@/lib/auth/queries/session";
import { type AdminPlanVersion, adminPlans } from "@/lib/catalog/queries/admin-plans";
import { isDecimalZero } from "@/lib/core/decimal";
import { formatDate, formatDecimal, formatUnitPrice } from "@/lib/core/format";
import { groupBy } from "@/lib/core/group-by";
import type { Locale } from "@/lib/core/locale";
import { dateInZone } from "@/lib/core/time-zone";
import { deskScope } from "@/lib/organizations/queries/desk-scope";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("admin.catalog");
  return { title: t("title") };
}

/** What is sold, as it was published. A version never changes: whoever has it keeps it. */
export default async function CatalogPage() {
  const actor = await requireRole("admin");
  const { timeZone } = await deskScope(actor, undefined);
  const versions = await adminPlans(actor);
  const [t, locale] = [await getTranslations("admin.catalog"), await getLocale()];
  const rows = await Promise.all(
    versions.map(async (version) => ({
      catalogKey: version.catalogKey,
      ...(await planRow(version, { locale, timeZone })),
    })),
  );
  const catalogs = [...groupBy(rows, (row) => row.catalogKey).entries()];

  return (
    <>
      <CatalogHeader title={t("title")} voice={t("voice")} />
      {catalogs.length === 0 ? <EmptyState className="mt-5" sentence={t("empty")} /> : null}
      {catalogs.map(([catalogKey, plans]) => (
        <section key={catalogKey} aria-labelledby={`catalog-${catalogKey}`} className="mt-6">
          <SectionHeading id={`catalog-${catalogKey}`} className="mb-2">
            {t("catalogOf", { key: catalogKey })}
          </SectionHeading>
          <SmallTable
            caption={t("catalogOf", { key: catalogKey })}
            columns={[
              { id: "plan", header: t("plan") },
              { id: "status", header: t("status") },
              { id: "prices", header: t("prices") },
              { id: "charges", header: t("charges"), narrow: "hidden" },
              { id: "limits", header: t("limits"), narrow: "hidden" },
              { id: "trial", header: t("trial"), align: "end", narrow: "hidden" },
              { id: "published", header: t("published"), align: "end" },
              { id: "subscribers", header: t("subscribers"), align: "end", narrow: "amount" },
            ]}
            rows={plans}
            tall
          />
        </section>
      ))}
    </>
  );
}

async function planRow(version: AdminPlanVersion, told: { locale: Locale; timeZone: string }) {
  const t = await getTranslations("admin.catalog");
  const features = await getTranslations("common.plan");
  const { locale } = told;
  const limits = version.entitlements.map((entitlement) => {
    const name = features.has(`feature.${entitlement.feature}`)
      ? features(`feature.${entitlement.feature}`)
      : entitlement.feature;
    if (entitlement.kind === "boolean") return entitlement.enabled ? name : null;
    if (entitlement.kind === "unlimited") return `${name}: ${features("unlimited")}`;
    return `${name}: ${formatDecimal(entitlement.limit, locale)}`;
  });
  return {
    id: version.id,
    cells: {
      plan: (
        <span>
          {version.planName[locale]}{" "}
          <span className="num text-sm font-normal text-ink-3">{t("version", { version: version.version })}</span>
        </span>
      ),
      status:
        version.status === "active" ? (
          <Status value="active">{t(version.isPublic ? "public" : "private")}</Status>
        ) : (
          <Status value={version.status} />
        ),
      prices: version.prices.every((price) => isDecimalZero(price.unitAmount)) ? (
        t("free")
      ) : (
        <Words
          items={version.prices.map((price) =>
            t("pricePer", {
              price: formatUnitPrice(price.unitAmount, version.currency, locale),
              interval: price.interval,
            }),
          )}
        />
      ),
      charges: <Words items={version.charges.map((charge) => charge.name[locale])} />,
      limits: <Words items={limits.filter((limit) => limit !== null)} />,
      trial: version.trialDays > 0 ? t("days", { days: version.trialDays }) : t("noTrial"),
      published: formatDate(dateInZone(version.publishedAt, told.timeZone), locale),
      subscribers: (
        <Link className="text-petrol hover:text-petrol-hover" href={`/admin/subscriptions?plan=${version.planKey}`}>
          {version.subscribers}
        </Link>
      ),
    },
  };
}

function Words({ items }: { items: readonly string[] }) {
  return (
    <ul className="text-sm text-ink-2 @max-[45rem]:inline @max-[45rem]:[&>li]:inline @max-[45rem]:[&>li+li]:before:content-[',_']">
      {items.map((item) => (
        <li key={item}>{item}</li>
      ))}
    </ul>
  );
}
