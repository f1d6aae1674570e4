import { getLocale, getTranslations } from "next-intl/server";
import { auditFacts } from "@/app/admin/_components/audit-facts";
import { STATUSES } from "@/components/brand/statuses";
import type { AuditRow } from "@/lib/audit/queries/audit-events";

export type AuditWords = {
  who: (event: Pick<AuditRow, "actorKind" | "actorName">) => string;
  what: (event: Pick<AuditRow, "action">) => string;
  /** The facts written with it, short: numbers, names, steps, amounts. */
  facts: (event: Pick<AuditRow, "detail">) => string;
  subject: (subject: string) => string;
};

/** What an event says, in the reader's language; an action without words of its own shows its code. */
export async function auditWords(timeZone: string): Promise<AuditWords> {
  const [t, statuses, locale] = [
    await getTranslations("admin.auditWords"),
    await getTranslations("common.status"),
    await getLocale(),
  ];
  const coded = {
    status: (code: string) => (code in STATUSES ? statuses(code) : null),
    reason: (code: string) => (t.has(`reasons.${code}`) ? t(`reasons.${code}`) : code),
  };
  return {
    who: (event) => event.actorName ?? t(`actors.${event.actorKind}`),
    what: ({ action }) => (t.has(`actions.${action}`) ? t(`actions.${action}`) : action),
    facts: ({ detail }) => auditFacts(detail, { ...coded, locale, timeZone }).join(", "),
    subject: (subject) => (t.has(`subjects.${subject}`) ? t(`subjects.${subject}`) : subject),
  };
}
