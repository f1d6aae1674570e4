import { getLocale, getTranslations } from "next-intl/server";
import { Total } from "@/components/brand/sum";
import { SectionHeading } from "@/components/layout/page-header";
import { Cell, HeadCell, Table } from "@/components/ui/table";
import { formatInstant, formatMoney } from "@/lib/core/format";
import { sumMinor } from "@/lib/core/money";
import type { PostedEntry } from "@/lib/ledger/queries/journal-entries";
import type { AdminInvoicePage } from "@/lib/payments/queries/admin-invoice-page";

/** What was posted: debit positive, credit negative, each entry summing to zero. */
export async function JournalEntries({ page }: { page: AdminInvoicePage }) {
  const t = await getTranslations("admin.invoice.journal");
  return (
    <section aria-labelledby="journal">
      <SectionHeading id="journal" voice={page.entries.length === 0 ? t("empty") : undefined}>
        {t("title")}
      </SectionHeading>
      <div className="mt-2 grid gap-5">
        {page.entries.map((entry) => (
          <Entry key={entry.id} entry={entry} timeZone={page.organization.timeZone} />
        ))}
      </div>
    </section>
  );
}

async function Entry({ entry, timeZone }: { entry: PostedEntry; timeZone: string }) {
  const [t, locale] = [await getTranslations("admin.invoice.journal"), await getLocale()];
  const [first] = entry.lines;
  if (!first) return null;
  const sum = sumMinor(entry.lines.map((line) => line.amountMinor));
  const name = t.has(`kinds.${entry.kind}`) ? t(`kinds.${entry.kind}`) : entry.kind;

  return (
    <div>
      <h3 className="flex flex-wrap items-baseline justify-between gap-x-3 text-[0.90625rem] font-mid">
        {name}
        <span className="num text-sm font-normal text-ink-3">{formatInstant(entry.occurredAt, timeZone, locale)}</span>
      </h3>
      <Table>
        <caption className="sr-only">{name}</caption>
        <thead>
          <tr>
            <HeadCell>{t("account")}</HeadCell>
            <HeadCell align="end">{t("debit")}</HeadCell>
            <HeadCell align="end">{t("credit")}</HeadCell>
          </tr>
        </thead>
        <tbody>
          {entry.lines.map((line) => (
            <tr key={line.id}>
              <Cell>{t(`accounts.${line.account}`)}</Cell>
              <Cell align="end" className="w-32">
                {line.amountMinor > 0 ? formatMoney(line.amountMinor, line.currency, locale) : ""}
              </Cell>
              <Cell align="end" className="w-32">
                {line.amountMinor < 0 ? formatMoney(line.amountMinor, line.currency, locale) : ""}
              </Cell>
            </tr>
          ))}
        </tbody>
      </Table>
      <Total label={t("sum")} value={formatMoney(sum, first.currency, locale)} checked={sum === 0} />
    </div>
  );
}
