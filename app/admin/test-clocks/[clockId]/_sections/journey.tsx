import { getLocale, getTranslations } from "next-intl/server";
import Link from "next/link";
import { auditWords } from "@/app/admin/_sections/audit-words";
import { SectionHeading } from "@/components/layout/page-header";
import { Timeline } from "@/components/layout/timeline";
import { EmptyState } from "@/components/ui/states";
import { type ClockJourney, clockJourney } from "@/lib/audit/queries/clock-journey";
import type { UserActor } from "@/lib/auth/actor";
import { formatInstant } from "@/lib/core/format";
import { isMailboxInUse } from "@/lib/notifications/queries/require-mailbox";
import type { AdminTestClock, ClockRun } from "@/lib/organizations/queries/admin-test-clock";

/** What happened on the way of one advance, the last one unless another was chosen. */
export async function Journey(props: { actor: UserActor; clock: AdminTestClock; chosenRun: string | undefined }) {
  const { clock } = props;
  const [t, locale] = [await getTranslations("admin.clock.journey"), await getLocale()];
  const run = clock.runs.find((one) => one.id === props.chosenRun) ?? clock.runs[0];
  const heading = <SectionHeading id="journey">{t("title")}</SectionHeading>;
  if (!run) {
    return (
      <section aria-labelledby="journey">
        {heading}
        <EmptyState className="mt-2" sentence={t("never")} />
      </section>
    );
  }

  const isLast = run.id === clock.runs[0]?.id;
  const to = isLast && clock.nowAt < run.to ? clock.nowAt : run.to;
  const journey = await clockJourney(props.actor, { testClockId: clock.id, from: run.from, to });
  const moment = (instant: Date) => formatInstant(instant, clock.timeZone, locale);

  return (
    <section aria-labelledby="journey" aria-live="polite">
      <SectionHeading
        id="journey"
        className="mb-3"
        voice={t("voice", { from: moment(run.from), to: moment(to), count: journey.stepCount })}
      >
        {t("title")}
      </SectionHeading>
      <Steps journey={journey} timeZone={clock.timeZone} />
      <OtherRuns clock={clock} current={run} />
    </section>
  );
}

async function Steps({ journey, timeZone }: { journey: ClockJourney; timeZone: string }) {
  const [t, words, locale] = [
    await getTranslations("admin.clock.journey"),
    await auditWords(timeZone),
    await getLocale(),
  ];
  const mailbox = isMailboxInUse();
  const left = journey.stepCount - journey.steps.length;

  return (
    <>
      <Timeline
        label={t("title")}
        events={journey.steps.map((step) => {
          const when = `${step.organizationName}, ${formatInstant(step.at, step.timeZone, locale)}`;
          if (step.kind === "event") {
            const facts = words.facts(step);
            const what = facts === "" ? words.what(step) : `${words.what(step)}: ${facts}`;
            return { id: step.id, who: words.who(step), what, when };
          }
          const mail = mailbox ? (
            <Link className="link" href={`/sandbox/mailbox/${step.mailId}`}>
              {step.subject}
            </Link>
          ) : (
            step.subject
          );
          return {
            id: step.id,
            who: t("mail"),
            what: t.rich("mailTo", { to: step.recipient, subject: () => mail }),
            when,
          };
        })}
      />
      {left > 0 ? (
        <p className="text-sm text-ink-3">
          {t("more", { count: left })}{" "}
          <Link className="link" href="/admin/audit">
            {t("audit")}
          </Link>
        </p>
      ) : null}
    </>
  );
}

async function OtherRuns({ clock, current }: { clock: AdminTestClock; current: ClockRun }) {
  const [t, locale] = [await getTranslations("admin.clock.journey"), await getLocale()];
  const others = clock.runs.filter((run) => run.id !== current.id);
  if (others.length === 0) return null;

  return (
    <details className="mt-3 text-sm">
      <summary className="link w-fit cursor-pointer list-none">{t("others", { count: others.length })}</summary>
      <ul className="mt-2 grid gap-1">
        {others.map((run) => (
          <li key={run.id} className="num">
            <Link className="link" href={`/admin/test-clocks/${clock.id}?run=${run.id}#journey`}>
              {t("run", {
                from: formatInstant(run.from, clock.timeZone, locale),
                to: formatInstant(run.to, clock.timeZone, locale),
              })}
            </Link>
          </li>
        ))}
      </ul>
    </details>
  );
}
