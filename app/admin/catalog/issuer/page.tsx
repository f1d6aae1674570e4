import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { param } from "@/app/admin/_components/search-params";
import { CatalogHeader } from "@/app/admin/_sections/catalog-header";
import { ModeSwitch } from "@/app/admin/_sections/mode-switch";
import { IssuerHistory } from "@/app/admin/catalog/issuer/_sections/issuer-history";
import { IssuerForm } from "@/app/admin/catalog/issuer/_components/issuer-form";
import type { SearchParams } from "@/components/data-table/table-params";
import { ClientMessages } from "@/components/layout/client-messages";
import { Columns } from "@/components/layout/columns";
import { Crumbs } from "@/components/layout/crumbs";
import { DetailList } from "@/components/layout/detail-list";
import { SectionHeading } from "@/components/layout/page-header";
import { EmptyState } from "@/components/ui/states";
import { requireRole } from "@/lib/auth/queries/session";
import { adminIssuer } from "@/lib/invoicing/queries/admin-issuer";
import { deskScope } from "@/lib/organizations/queries/desk-scope";

const PATH = "/admin/catalog/issuer";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("admin.issuer");
  return { title: t("title") };
}

/** Who stands as the seller on every document, one for live and one for test ones. */
export default async function IssuerPage(props: { searchParams: Promise<SearchParams> }) {
  const actor = await requireRole("admin");
  const scope = await deskScope(actor, param(await props.searchParams, "mode"));
  const found = await adminIssuer(actor, scope.mode);
  const t = await getTranslations("admin.issuer");

  return (
    <ClientMessages namespaces={["admin"]}>
      <Crumbs items={[{ label: t("title") }]} />
      <CatalogHeader
        title={t("titleOf", { mode: scope.mode })}
        voice={t("voice", { count: found?.issuedCount ?? 0 })}
        beside={<ModeSwitch path={PATH} scope={scope} />}
      />
      {found === null ? (
        <EmptyState className="mt-5" sentence={t("missing")} />
      ) : (
        <Columns side="explain" className="mt-6">
          <IssuerForm key={scope.mode} issuer={found.issuer} />
          <div className="grid gap-7">
            <section aria-labelledby="series">
              <SectionHeading id="series">{t("series")}</SectionHeading>
              {found.series.length === 0 ? (
                <EmptyState className="mt-2" sentence={t("noSeries")} />
              ) : (
                <DetailList
                  className="mt-1.5"
                  items={found.series.map((row) => ({
                    key: `${row.series} ${row.year}`,
                    label: t("seriesOf", { series: row.series, year: String(row.year) }),
                    value: <span className="num">{row.next}</span>,
                  }))}
                />
              )}
            </section>
            <IssuerHistory found={found} />
          </div>
        </Columns>
      )}
    </ClientMessages>
  );
}
