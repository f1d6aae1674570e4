import { decimal } from "@/lib/core/decimal";
import { formatDecimal } from "@/lib/core/format";
import { LOCALES, type Locale, type Localized } from "@/lib/core/locale";
import type { Explanation, ExplanationOf } from "@/lib/invoicing/explanation";

type Words = Record<Locale, (value: (amount: string) => string) => string>;

function sentence(words: Words): Localized {
  const texts = LOCALES.map((locale) => [locale, words[locale]((amount) => formatDecimal(amount, locale))] as const);
  return Object.fromEntries(texts) as Localized;
}

/** How a line came to its quantity, in one sentence for the printed document; nothing where the line says it itself. */
export function lineWorking(explanation: Explanation): Localized | undefined {
  switch (explanation.kind) {
    case "usage":
      return usageWorking(explanation);
    case "recurring":
      return daysWorking(explanation);
    case "proration":
    case "discount":
    case "commitment":
    case "credit":
    case "one_off":
      return undefined;
  }
}

function usageWorking({ total, included, billable, alreadyBilled }: ExplanationOf<"usage">): Localized | undefined {
  const before = decimal(alreadyBilled.quantity);
  if (decimal(included).isZero() && before.isZero()) return undefined;

  const billed = before.isZero()
    ? { en: () => "", el: () => "" }
    : {
        en: (n: (amount: string) => string) => `, less ${n(before.toFixed())} billed before`,
        el: (n: (amount: string) => string) => `, μείον ${n(before.toFixed())} που έχουν ήδη τιμολογηθεί`,
      };
  return sentence({
    en: (n) => `${n(total)} used − ${n(included)} included = ${n(billable)}${billed.en(n)}`,
    el: (n) => `χρήση ${n(total)} − ${n(included)} που περιλαμβάνονται = ${n(billable)}${billed.el(n)}`,
  });
}

function daysWorking({ days, denominator }: ExplanationOf<"recurring">): Localized | undefined {
  if (days === denominator) return undefined;
  return sentence({
    en: (n) => `${n(String(days))} of ${n(String(denominator))} days`,
    el: (n) => `${n(String(days))} από ${n(String(denominator))} ημέρες`,
  });
}
