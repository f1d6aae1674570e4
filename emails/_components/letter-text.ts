import type { LedgerRow, LetterContent } from "@/emails/_components/letter-content";
import { mailTranslator } from "@/emails/_components/mail-translator";
import { formatDate } from "@/lib/core/format";

const WIDTH = 64;

function leader({ label, value }: LedgerRow): string {
  return `${label} ${".".repeat(Math.max(3, WIDTH - label.length - value.length - 2))} ${value}`;
}

function ledgerText({ rows, total }: NonNullable<LetterContent["ledger"]>): string {
  return [...rows.map(leader), "-".repeat(WIDTH), leader(total), "=".repeat(WIDTH)].join("\n");
}

function stepsText({ steps, locale, afterSteps }: LetterContent): string | undefined {
  if (steps.length === 0) return afterSteps;

  const list = steps.map(({ date, label }) => `- ${formatDate(date, locale, "day_month")}: ${label}`);
  return [mailTranslator(locale)("stepsTitle"), ...list, ...(afterSteps === undefined ? [] : ["", afterSteps])].join(
    "\n",
  );
}

/** The text part: the same parts in the same order, for clients and people that read no HTML. */
export function letterText(content: LetterContent): string {
  const t = mailTranslator(content.locale);
  const { action, secondAction, ledger } = content;
  const paragraphs = [
    content.test ? t("testBand") : undefined,
    content.status.text,
    content.sentence.plain,
    content.meaning,
    `${action.label}:\n${action.href}`,
    secondAction === undefined ? undefined : `${secondAction.label}:\n${secondAction.href}`,
    ledger === undefined ? undefined : ledgerText(ledger),
    stepsText(content),
    `${content.reference} ${t("reply")}`,
    t("brand"),
  ];
  return `${paragraphs.filter((paragraph) => paragraph !== undefined).join("\n\n")}\n`;
}
