import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import Link from "next/link";
import { ListFilters } from "@/app/admin/_components/list-filters";
import { monthOptions, monthParam } from "@/app/admin/_components/months";
import { choice, param } from "@/app/admin/_components/search-params";
import { auditWords } from "@/app/admin/_sections/audit-words";
import { DataTable } from "@/components/data-table/data-table";
import { parseTableParams, type SearchParams } from "@/components/data-table/table-params";
import { PageHeader } from "@/components/layout/page-header";
import { EmptyState } from "@/components/ui/states";
import { adminAudit } from "@/lib/audit/queries/admin-audit";
import type { AuditRow } from "@/lib/audit/queries/audit-events";
import { ACTOR_KINDS } from "@/lib/auth/actor";
import { requireRole } from "@/lib/auth/queries/session";
import { formatInstant } from "@/lib/core/format";
import { isId } from "@/lib/core/ids";
import { dateInZone, startOfDay } from "@/lib/core/time-zone";
import { deskScope } from "@/lib/organizations/queries/desk-scope";
import { clock } from "@/lib/platform/clock";

const PATH = "/admin/audit";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("admin.audit");
  return { title: t("title") };
}

/** Who did what, when and from where. Nothing here can be changed or deleted. */
export default async function AuditPage(props: { searchParams: Promise<SearchParams> }) {
  const actor = await requireRole("admin");
  const searchParams = await props.searchParams;
  const params = parseTableParams(searchParams, { sortable: [] });
  const { timeZone } = await deskScope(actor, undefined);
  const organization = param(searchParams, "organization");
  const month = monthParam(param(searchParams, "month"));
  const filter = {
    organizationId: isId(organization) ? organization : undefined,
    subject: param(searchParams, "subject"),
    actorKind: choice(searchParams, "actor", ACTOR_KINDS),
    from: month && startOfDay(month.start, timeZone),
    until: month && startOfDay(month.end, timeZone),
  };
  const audit = await adminAudit(actor, { ...params, filter });
  const [t, words, locale] = [await getTranslations("admin.audit"), await auditWords(timeZone), await getLocale()];
  const inSubject = audit.subjects.map((value) => ({ value, label: words.subject(value) }));

  return (
    <>
      <PageHeader title={t("title")} voice={t("voice")} />
      <DataTable
        {...params}
        className="mt-5"
        caption={t("title")}
        filtered={params.page > 1 || Object.values(filter).some((value) => value !== undefined)}
        columns={[
          { id: "when", header: t("when") },
          { id: "who", header: t("who"), maxWidth: 180 },
          { id: "what", header: t("what"), maxWidth: 280 },
          { id: "organization", header: t("organization"), maxWidth: 200 },
          { id: "facts", header: t("facts"), maxWidth: 250 },
          { id: "from", header: t("from"), narrow: "hidden" },
        ]}
        rows={audit.rows.map((event) => ({
          id: event.id,
          cells: {
            when: <span className="num">{formatInstant(event.occurredAt, event.timeZone ?? timeZone, locale)}</span>,
            who: words.who(event),
            what: words.what(event),
            organization: <OrganizationLink event={event} />,
            facts: <span title={words.facts(event)}>{words.facts(event)}</span>,
            from: <span className="num">{event.ipAddress ?? ""}</span>,
          },
        }))}
        rowCount={audit.rowCount}
        filters={
          <ListFilters
            path={PATH}
            searchParams={searchParams}
            filters={[
              { name: "subject", label: t("subject"), options: inSubject },
              {
                name: "actor",
                label: t("who"),
                options: ACTOR_KINDS.map((value) => ({
                  value,
                  label: words.who({ actorKind: value, actorName: null }),
                })),
              },
              {
                name: "month",
                label: t("month"),
                options: monthOptions(dateInZone(clock.now(), timeZone), locale),
              },
              {
                name: "organization",
                label: t("organization"),
                options: filter.organizationId
                  ? [
                      {
                        value: filter.organizationId,
                        label: audit.rows[0]?.organizationName ?? t("oneOrganization"),
                      },
                    ]
                  : [],
              },
            ]}
          />
        }
        empty={<EmptyState sentence={t("empty")} />}
      />
    </>
  );
}

function OrganizationLink({ event }: { event: AuditRow }) {
  if (event.organizationId === null || event.organizationName === null) return null;
  return (
    <Link className="text-petrol hover:text-petrol-hover" href={`/admin/customers/${event.organizationId}`}>
      {event.organizationName}
    </Link>
  );
}
