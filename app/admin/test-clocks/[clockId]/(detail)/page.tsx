import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { param } from "@/app/admin/_components/search-params";
import { ClockStatus } from "@/app/admin/test-clocks/_components/clock-status";
import { AdvanceForm } from "@/app/admin/test-clocks/[clockId]/_sections/advance-form";
import { AdvanceProgress } from "@/app/admin/test-clocks/[clockId]/_components/advance-progress";
import { ClockFailure } from "@/app/admin/test-clocks/[clockId]/_sections/clock-failure";
import { ClockOrganizations } from "@/app/admin/test-clocks/[clockId]/_sections/clock-organizations";
import { Journey } from "@/app/admin/test-clocks/[clockId]/_sections/journey";
import { NewOrganization } from "@/app/admin/test-clocks/[clockId]/_components/new-organization";
import { loadClock } from "@/app/admin/test-clocks/[clockId]/load";
import type { SearchParams } from "@/components/data-table/table-params";
import { ClientMessages } from "@/components/layout/client-messages";
import { Columns } from "@/components/layout/columns";
import { Crumbs } from "@/components/layout/crumbs";
import { PageHeader } from "@/components/layout/page-header";
import { requireRole } from "@/lib/auth/queries/session";
import { formatInstant } from "@/lib/core/format";

type Props = { params: Promise<{ clockId: string }>; searchParams: Promise<SearchParams> };

export async function generateMetadata(props: Props): Promise<Metadata> {
  const found = await loadClock(await requireRole("admin"), (await props.params).clockId);
  return { title: found.name };
}

/** One clock: who lives by it, where it can go, and what happened on the way there. */
export default async function TestClockPage(props: Props) {
  const actor = await requireRole("admin");
  const found = await loadClock(actor, (await props.params).clockId);
  const chosen = param(await props.searchParams, "run");
  const [t, locale] = [await getTranslations("admin.clock"), await getLocale()];
  const moment = formatInstant(found.nowAt, found.timeZone, locale);

  return (
    <ClientMessages namespaces={["admin"]}>
      <Crumbs items={[{ label: found.name }]} />
      <PageHeader
        title={found.name}
        beside={<ClockStatus status={found.status} followsRealTime={found.followsRealTime} pill />}
        voice={t.rich("voice", {
          b: (chunks) => <b>{chunks}</b>,
          moment,
          count: found.organizations.length,
          follows: String(found.followsRealTime),
        })}
      />
      <Columns side="detail" className="mt-5">
        <div className="grid gap-8 *:min-w-0">
          {found.status === "advancing" && found.targetAt ? (
            <AdvanceProgress
              from={(found.runs[0]?.from ?? found.nowAt).toISOString()}
              now={found.nowAt.toISOString()}
              target={found.targetAt.toISOString()}
              isMoving={found.isMoving}
              words={{ now: moment, target: formatInstant(found.targetAt, found.timeZone, locale) }}
            />
          ) : null}
          {found.status === "failed" ? <ClockFailure clock={found} /> : null}
          <ClockOrganizations clock={found} />
          <Journey actor={actor} clock={found} chosenRun={chosen} />
        </div>
        <div className="grid gap-6">
          <AdvanceForm clock={found} />
          <NewOrganization testClockId={found.id} />
        </div>
      </Columns>
    </ClientMessages>
  );
}
