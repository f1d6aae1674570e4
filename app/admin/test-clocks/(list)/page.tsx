import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { addTestClockAction } from "@/app/admin/test-clocks/actions";
import { ClockStatus } from "@/app/admin/test-clocks/_components/clock-status";
import { DataTable } from "@/components/data-table/data-table";
import { parseTableParams, type SearchParams } from "@/components/data-table/table-params";
import { ActionForm } from "@/components/forms/action-form";
import { SubmitButton } from "@/components/forms/submit-button";
import { Columns } from "@/components/layout/columns";
import { PageHeader, SectionHeading } from "@/components/layout/page-header";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { EmptyState } from "@/components/ui/states";
import { requireRole } from "@/lib/auth/queries/session";
import { formatInstant } from "@/lib/core/format";
import { dateInZone } from "@/lib/core/time-zone";
import { adminTestClocks, TEST_CLOCK_SORTS } from "@/lib/organizations/queries/admin-test-clocks";
import { deskScope } from "@/lib/organizations/queries/desk-scope";
import { clock } from "@/lib/platform/clock";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("admin.clocks");
  return { title: t("title") };
}

/** Clocks that test organizations live by, and the form for another. */
export default async function TestClocksPage(props: { searchParams: Promise<SearchParams> }) {
  const actor = await requireRole("admin");
  const { query, ...params } = parseTableParams(await props.searchParams, {
    sortable: TEST_CLOCK_SORTS,
    defaultSort: "-made",
  });
  const { timeZone } = await deskScope(actor, "test");
  const list = await adminTestClocks(actor, { ...params, query });
  const [t, locale] = [await getTranslations("admin.clocks"), await getLocale()];

  return (
    <>
      <PageHeader title={t("title")} voice={t("voice")} />
      <Columns side="explain" className="mt-5">
        <DataTable
          {...params}
          filtered={params.page > 1}
          caption={t("title")}
          searchLabel={t("search")}
          query={query}
          columns={[
            { id: "name", header: t("name"), sortable: true, maxWidth: 260 },
            { id: "now", header: t("now"), sortable: true },
            { id: "status", header: t("status"), narrow: "amount" },
            { id: "organizations", header: t("organizations"), align: "end", sortable: true },
          ]}
          rows={list.rows.map((row) => ({
            id: row.id,
            href: `/admin/test-clocks/${row.id}`,
            cells: {
              name: row.name,
              now: <span className="num">{formatInstant(row.nowAt, timeZone, locale)}</span>,
              status: <ClockStatus status={row.status} followsRealTime={row.followsRealTime} />,
              organizations: String(row.organizations),
            },
          }))}
          rowCount={list.rowCount}
          empty={<EmptyState sentence={t("empty")} />}
        />
        <section
          aria-labelledby="new"
          className="rounded-lg border border-line bg-surface p-5 [--glyph-ground:var(--surface)]"
        >
          <SectionHeading id="new" className="mb-3 scroll-mt-20">
            {t("new.title")}
          </SectionHeading>
          <ActionForm action={addTestClockAction} className="grid gap-4">
            <input type="hidden" name="timeZone" value={timeZone} />
            <Field name="name" label={t("new.name")} hint={t("new.nameHint")} required>
              <Input maxLength={80} autoComplete="off" />
            </Field>
            <Field name="startsOn" label={t("new.startsOn")} hint={t("new.startsOnHint", { timeZone })} required>
              <Input type="date" defaultValue={dateInZone(clock.now(), timeZone)} />
            </Field>
            <SubmitButton>{t("new.submit")}</SubmitButton>
          </ActionForm>
        </section>
      </Columns>
    </>
  );
}
