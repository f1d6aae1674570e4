import { getLocale, getTranslations } from "next-intl/server";
import Link from "next/link";
import { SmallTable } from "@/app/admin/_components/small-table";
import { Status } from "@/components/brand/status";
import { STATUSES, type StatusKey } from "@/components/brand/statuses";
import { SectionHeading } from "@/components/layout/page-header";
import { EmptyState } from "@/components/ui/states";
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
        <SmallTable
          className="mt-2"
          caption={t("title")}
          columns={[
            { id: "name", header: t("name") },
            { id: "plan", header: t("plan") },
            { id: "status", header: t("status"), narrow: "amount" },
            { id: "next", header: t("next"), align: "end" },
          ]}
          rows={clock.organizations.map((one) => ({
            id: one.id,
            cells: {
              name: (
                <Link className="text-petrol hover:text-petrol-hover" href={`/admin/customers/${one.id}`}>
                  {one.name}
                </Link>
              ),
              plan: one.planName?.[locale] ?? t("noPlan"),
              status: statusOf(one),
              next: one.nextBoundaryAt ? formatInstant(one.nextBoundaryAt, one.timeZone, locale) : t("nothing"),
            },
          }))}
        />
      )}
    </section>
  );
}

function statusOf(one: ClockOrganization) {
  if (one.isParked) return <Status value="parked" />;
  return one.status !== null && one.status in STATUSES ? <Status value={one.status as StatusKey} /> : null;
}
