import { getTranslations } from "next-intl/server";
import type { AuditRow } from "@/lib/audit/queries/audit-events";

/** What an event says, in the reader's language; an action without words of its own shows its code. */
export async function auditWords(): Promise<{
  who: (event: Pick<AuditRow, "actorKind" | "actorName">) => string;
  what: (event: Pick<AuditRow, "action">) => string;
  /** The facts written with it, short: numbers, reasons, steps. */
  facts: (event: Pick<AuditRow, "detail">) => string;
  subject: (subject: string) => string;
}> {
  const t = await getTranslations("admin.auditWords");
  return {
    who: (event) => event.actorName ?? t(`actors.${event.actorKind}`),
    what: ({ action }) => (t.has(`actions.${action}`) ? t(`actions.${action}`) : action),
    facts: ({ detail }) =>
      ["invoiceNumber", "number", "reason", "name", "declineCode", "topic", "email", "subject"]
        .map((key) => detail[key])
        .filter((value) => typeof value === "string" && value !== "")
        .join(", "),
    subject: (subject) => (t.has(`subjects.${subject}`) ? t(`subjects.${subject}`) : subject),
  };
}
