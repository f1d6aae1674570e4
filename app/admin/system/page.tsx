import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { ageOf } from "@/app/admin/_components/age";
import { ListFilters } from "@/app/admin/_components/list-filters";
import { choice, param } from "@/app/admin/_components/search-params";
import { SmallTable } from "@/app/admin/_components/small-table";
import { SystemHeader } from "@/app/admin/_sections/system-header";
import { Status } from "@/components/brand/status";
import { DataTable } from "@/components/data-table/data-table";
import { parseTableParams, type SearchParams } from "@/components/data-table/table-params";
import { SectionHeading } from "@/components/layout/page-header";
import { EmptyState } from "@/components/ui/states";
import { requireRole } from "@/lib/auth/queries/session";
import { formatInstant } from "@/lib/core/format";
import { deskScope } from "@/lib/organizations/queries/desk-scope";
import { adminJobs, type JobRun } from "@/lib/outbox/queries/admin-jobs";
import { clock } from "@/lib/platform/clock";

/** A run that has no end by then was killed. */
const LONGEST_RUN_MS = 5 * 60_000;

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("admin.system");
  return { title: t("title") };
}

/** How each scheduled job stands, and what they did lately. Times here are the wall clock's. */
export default async function JobsPage(props: { searchParams: Promise<SearchParams> }) {
  const actor = await requireRole("admin");
  const searchParams = await props.searchParams;
  const params = parseTableParams(searchParams, { sortable: [] });
  const now = clock.now();
  const job = param(searchParams, "job");
  const failedOnly = choice(searchParams, "result", ["failed"]) === "failed";
  const { timeZone } = await deskScope(actor, undefined);
  const jobs = await adminJobs(actor, { ...params, job, failedOnly, now });
  const [t, locale] = [await getTranslations("admin.system"), await getLocale()];

  const nameOf = (name: string) => (t.has(`jobs.names.${name}`) ? t(`jobs.names.${name}`) : name);
  const isKilled = (run: JobRun) => run.finishedAt === null && now.getTime() - run.startedAt.getTime() > LONGEST_RUN_MS;
  const stateOf = (run: JobRun) =>
    isKilled(run) ? (
      <Status value="failed">{t("jobs.killed")}</Status>
    ) : run.finishedAt === null ? (
      <Status value="running" />
    ) : run.error !== null || run.failed > 0 ? (
      <Status value="failed">{run.error ?? t("jobs.failedCount", { count: run.failed })}</Status>
    ) : (
      <Status value="done" />
    );
  const took = (run: JobRun) =>
    run.finishedAt ? t("jobs.seconds", { seconds: (run.finishedAt.getTime() - run.startedAt.getTime()) / 1000 }) : "";
  const lag = (run: JobRun) => (run.lagSeconds === null ? "" : t("jobs.lagOf", { seconds: run.lagSeconds }));
  const troubled = jobs.latest.filter((run) => run.failedLately > 0).length;

  return (
    <>
      <SystemHeader voice={t("jobs.voice", { jobs: jobs.latest.length, troubled })} />
      <SectionHeading className="mt-6 mb-2">{t("jobs.latest")}</SectionHeading>
      {jobs.latest.length === 0 ? (
        <EmptyState sentence={t("jobs.empty")} />
      ) : (
        <SmallTable
          caption={t("jobs.latest")}
          columns={[
            { id: "job", header: t("jobs.job") },
            { id: "state", header: t("jobs.state"), narrow: "amount" },
            { id: "ago", header: t("jobs.lastRun") },
            { id: "processed", header: t("jobs.processed"), align: "end", narrow: "hidden" },
            { id: "lag", header: t("jobs.lag"), align: "end", narrow: "hidden" },
            { id: "failed", header: t("jobs.failedLately"), align: "end", narrow: "hidden" },
          ]}
          rows={jobs.latest.map((run) => ({
            id: run.id,
            cells: {
              job: nameOf(run.job),
              state: stateOf(run),
              ago: <span className="num">{t("ago", ageOf(run.startedAt, now))}</span>,
              processed: String(run.processed),
              lag: lag(run),
              failed: String(run.failedLately),
            },
          }))}
        />
      )}
      <SectionHeading className="mt-8 mb-2">{t("jobs.runs")}</SectionHeading>
      <DataTable
        {...params}
        caption={t("jobs.runs")}
        filtered={params.page > 1 || job !== undefined || failedOnly}
        columns={[
          { id: "job", header: t("jobs.job") },
          { id: "started", header: t("jobs.started") },
          { id: "state", header: t("jobs.state"), narrow: "amount" },
          { id: "processed", header: t("jobs.processed"), align: "end" },
          { id: "lag", header: t("jobs.lag"), align: "end", narrow: "hidden" },
          { id: "took", header: t("jobs.took"), align: "end", narrow: "hidden" },
        ]}
        rows={jobs.rows.map((run) => ({
          id: run.id,
          cells: {
            job: nameOf(run.job),
            started: <span className="num">{formatInstant(run.startedAt, timeZone, locale)}</span>,
            state: stateOf(run),
            processed: String(run.processed),
            lag: lag(run),
            took: took(run),
          },
        }))}
        rowCount={jobs.rowCount}
        filters={
          <ListFilters
            path="/admin/system"
            searchParams={searchParams}
            filters={[
              {
                name: "job",
                label: t("jobs.job"),
                options: jobs.latest.map((run) => ({ value: run.job, label: nameOf(run.job) })),
              },
              { name: "result", label: t("jobs.state"), options: [{ value: "failed", label: t("jobs.failedOnly") }] },
            ]}
          />
        }
        empty={<EmptyState sentence={t("jobs.empty")} />}
      />
    </>
  );
}
