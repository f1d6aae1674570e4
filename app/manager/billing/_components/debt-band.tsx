import { useLocale, useTranslations } from "next-intl";
import { useDeclineWords } from "@/components/billing/use-decline-words";
import { Glyph } from "@/components/brand/glyph";
import { ButtonLink } from "@/components/ui/button";
import type { OpenDebt } from "@/lib/billing/queries/open-debts";
import { formatDate, formatMoney } from "@/lib/core/format";
import type { Locale } from "@/lib/core/locale";

/** Lit: an invoice that is owed, why it was not paid, and the way to pay it. Several are one band, the oldest first. */
export function DebtBand({ debts }: { debts: readonly OpenDebt[] }) {
  const t = useTranslations("billing.debt");
  if (debts.length === 0) return null;
  return (
    <section
      aria-label={t("label")}
      className="mt-4 divide-y divide-[color-mix(in_oklch,var(--brass-ui)_35%,transparent)] rounded-lg border border-brass-ui bg-brass-soft px-4 [--glyph-ground:var(--brass-soft)]"
    >
      {debts.map((debt, index) => (
        <Debt key={debt.id} debt={debt} isFirst={index === 0} />
      ))}
    </section>
  );
}

function Debt({ debt, isFirst }: { debt: OpenDebt; isFirst: boolean }) {
  const t = useTranslations("billing.debt");
  const decline = useDeclineWords();
  const locale = useLocale() as Locale;
  const amount = formatMoney(debt.dueMinor, debt.currency, locale);
  const title =
    debt.decline === null
      ? t(debt.state === "processing" ? "processing" : "open", { amount })
      : t("failed", { amount });

  return (
    <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2.5 py-3">
      <div className="min-w-0 flex-1 basis-80">
        <p className="flex items-baseline gap-2 font-semibold text-brass-ink">
          <Glyph shape={debt.state === "processing" ? "half" : "triangle"} className="flex-none translate-y-px" />
          {title}
        </p>
        <p className="mt-0.5 text-sm text-ink">
          <span className="num">{debt.number}</span>
          {debt.dueDate ? <>, {t("due", { date: formatDate(debt.dueDate, locale, "day_month") })}</> : null}
          {debt.decline === null ? ". " : `. ${decline(debt.decline)} `}
          {debt.canBePaid ? null : t("belowMinimum")}
        </p>
      </div>
      {debt.canBePaid && debt.state !== "processing" ? (
        <ButtonLink variant={isFirst ? "primary" : "outline"} href={`/manager/billing/invoices/${debt.id}#pay`}>
          {t("pay", { amount })}
        </ButtonLink>
      ) : (
        <ButtonLink href={`/manager/billing/invoices/${debt.id}`}>{t("see")}</ButtonLink>
      )}
    </div>
  );
}
