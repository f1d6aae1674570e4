import { getLocale, getTranslations } from "next-intl/server";
import { auditWords } from "@/app/admin/_sections/audit-words";
import { SectionHeading } from "@/components/layout/page-header";
import { Timeline } from "@/components/layout/timeline";
import { EmptyState } from "@/components/ui/states";
import { formatInstant } from "@/lib/core/format";
import type { AdminIssuer } from "@/lib/invoicing/queries/admin-issuer";

/** Who changed the issuer, when, and each field from what to what. */
export async function IssuerHistory({ found }: { found: AdminIssuer }) {
  const { timeZone } = found.issuer;
  const [t, words, locale] = [await getTranslations("admin.issuer"), await auditWords(timeZone), await getLocale()];

  return (
    <section aria-labelledby="history">
      <SectionHeading id="history" className="mb-3">
        {t("history")}
      </SectionHeading>
      {found.events.length === 0 ? (
        <EmptyState sentence={t("unchanged")} />
      ) : (
        <Timeline
          label={t("history")}
          events={found.events.map((event) => ({
            id: event.id,
            who: words.who(event),
            what: words.what(event),
            when: [formatInstant(event.occurredAt, timeZone, locale), event.ipAddress].filter(Boolean).join(", "),
            detail: (
              <ul className="text-sm text-ink-2">
                {changesOf(event.detail).map((change) => (
                  <li key={change.field}>
                    {t("change", {
                      field: t.has(`form.${change.field}`) ? t(`form.${change.field}`) : change.field,
                      from: change.from ?? t("blank"),
                      to: change.to ?? t("blank"),
                    })}
                  </li>
                ))}
              </ul>
            ),
          }))}
        />
      )}
    </section>
  );
}

function changesOf(detail: Record<string, unknown>): { field: string; from: string | null; to: string | null }[] {
  const { changed } = detail;
  if (typeof changed !== "object" || changed === null) return [];
  return Object.entries(changed as Record<string, { from?: unknown; to?: unknown }>).map(([field, change]) => ({
    field,
    from: shown(change.from),
    to: shown(change.to),
  }));
}

function shown(value: unknown): string | null {
  return typeof value === "string" && value !== "" ? value : null;
}
