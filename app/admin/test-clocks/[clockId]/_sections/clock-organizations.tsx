import { getLocale, getTranslations } from "next-intl/server";
import Link from "next/link";
import { Status } from "@/components/brand/status";
import { STATUSES, type StatusKey } from "@/components/brand/statuses";
import { SectionHeading } from "@/components/layout/page-header";
import { EmptyState } from "@/components/ui/states";
import { Cell, HeadCell, Table } from "@/components/ui/table";
import { formatInstant } from "@/lib/core/format";
import type { AdminTestClock, ClockOrganization } from "@/lib/organizations/queries/admin-test-clock";

/** Who lives by the clock, and what comes next for each. */
export async function ClockOrganizations({ clock }: { clock: AdminTestClock }) {
  const [t, locale] = [await getTranslations("admin.clock.organizations"), await getLocale()];
  return (
    <section aria-labelledby="organizations">
      <SectionHeading id="organizations">{t("title")}</SectionHeading>
      {clock.organizations.length === 0 ? (
        <EmptyState className="mt-2" sentence={t("empty")} />
      ) : (
        <Table className="mt-2">
          <caption className="sr-only">{t("title")}</caption>
          <thead>
            <tr>
              <HeadCell>{t("name")}</HeadCell>
              <HeadCell>{t("plan")}</HeadCell>
              <HeadCell>{t("status")}</HeadCell>
              <HeadCell align="end">{t("next")}</HeadCell>
            </tr>
          </thead>
          <tbody>
            {clock.organizations.map((one) => (
              <tr key={one.id}>
                <Cell>
                  <Link className="link" href={`/admin/customers/${one.id}`}>
                    {one.name}
                  </Link>
                </Cell>
                <Cell>{one.planName?.[locale] ?? t("noPlan")}</Cell>
                <Cell>{statusOf(one)}</Cell>
                <Cell align="end">
                  {one.nextBoundaryAt ? formatInstant(one.nextBoundaryAt, one.timeZone, locale) : t("nothing")}
                </Cell>
              </tr>
            ))}
          </tbody>
        </Table>
      )}
    </section>
  );
}

function statusOf(one: ClockOrganization) {
  if (one.isParked) return <Status value="parked" />;
  return one.status !== null && one.status in STATUSES ? <Status value={one.status as StatusKey} /> : null;
}
