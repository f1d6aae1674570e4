import { getLocale, getTranslations } from "next-intl/server";
import { auditWords } from "@/app/admin/_sections/audit-words";
import { Timeline } from "@/components/layout/timeline";
import { EmptyState } from "@/components/ui/states";
import type { AuditRow } from "@/lib/audit/queries/audit-events";
import { formatInstant } from "@/lib/core/format";

/** Who did what and when, newest first. */
export async function AuditTimeline(props: { events: readonly AuditRow[]; label: string; timeZone: string }) {
  const [t, words, locale] = [
    await getTranslations("admin.auditWords"),
    await auditWords(props.timeZone),
    await getLocale(),
  ];
  if (props.events.length === 0) return <EmptyState plain sentence={t("empty")} />;

  return (
    <Timeline
      label={props.label}
      events={props.events.map((event) => {
        const facts = words.facts(event);
        return {
          id: event.id,
          who: words.who(event),
          what: facts === "" ? words.what(event) : `${words.what(event)}: ${facts}`,
          when: [formatInstant(event.occurredAt, event.timeZone ?? props.timeZone, locale), event.ipAddress]
            .filter(Boolean)
            .join(", "),
        };
      })}
    />
  );
}
