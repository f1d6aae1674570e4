import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { GlyphShape } from "@/components/brand/glyph";
import type { Tone } from "@/components/brand/statuses";
import { assertNever } from "@/lib/core/assert";
import { decimal } from "@/lib/core/decimal";
import { formatDate, formatDecimal, formatMoney } from "@/lib/core/format";
import type { Attention } from "./attention";

export type AttentionWords = {
  key: string;
  /** For the list: what it is, with its numbers. */
  sentence: ReactNode;
  /** For the head of the page, when it is the most pressing. */
  voice: ReactNode;
  glyph: GlyphShape;
  tone: Tone;
  /** Where it can be mended, and what that is called; absent for those who may not. */
  href?: string;
  action?: string;
};

const bold = (chunks: ReactNode) => <b>{chunks}</b>;
const whole = (chunks: ReactNode) => <span className="num">{chunks}</span>;

/** How the things that need someone are said, and where each is mended. */
export function useAttentionWords(mayBill: boolean): (item: Attention) => AttentionWords {
  const t = useTranslations("manager.attention");
  const locale = useLocale();

  return (item) => {
    switch (item.kind) {
      case "payment_failed":
      case "payment_confirm":
      case "payment_overdue": {
        const amount = formatMoney(item.amountMinor, item.currency, locale);
        return {
          key: `${item.kind}:${item.invoiceId}`,
          sentence: t.rich(item.kind, { b: bold, n: whole, amount, number: item.number }),
          voice: t.rich(`voice.${item.kind}`, { b: bold, amount }),
          glyph: item.kind === "payment_failed" ? "diamond" : "triangle",
          tone: item.kind === "payment_failed" ? "bad" : "warn",
          href: `/manager/billing/invoices/${item.invoiceId}#pay`,
          action: t("pay", { amount }),
        };
      }
      case "first_payment":
      case "read_only":
        return {
          key: item.kind,
          sentence: t.rich(item.kind, { b: bold }),
          voice: t.rich(`voice.${item.kind}`, { b: bold }),
          glyph: item.kind === "first_payment" ? "hourglass" : "diamond",
          tone: item.kind === "first_payment" ? "warn" : "bad",
          href: "/manager/billing",
          action: t("openBilling"),
        };
      case "no_plan":
        return {
          key: item.kind,
          sentence: t("no_plan"),
          voice: t("voice.no_plan"),
          glyph: "struck",
          tone: "warn",
          href: "/manager/billing/plans",
          action: t("seePlans"),
        };
      case "trial_ending": {
        const key = item.hasPaymentMethod ? "trial_ending" : "trial_ending_no_card";
        const values = { b: bold, days: item.days, date: formatDate(item.lastDay, locale, "day_month") };
        return {
          key: item.kind,
          sentence: t.rich(key, values),
          voice: t.rich(`voice.${key}`, values),
          glyph: item.hasPaymentMethod ? "dashed" : "triangle",
          tone: item.hasPaymentMethod ? "info" : "warn",
          href: item.hasPaymentMethod ? "/manager/billing" : "/manager/billing/payment-methods",
          action: t(item.hasPaymentMethod ? "openBilling" : "addCard"),
        };
      }
      case "over_limit":
      case "at_limit": {
        const values = {
          b: bold,
          feature: item.metric,
          plan: item.planName,
          limit: formatDecimal(item.limit, locale),
          used: formatDecimal(item.used, locale),
          over: formatDecimal(decimal(item.used).minus(item.limit), locale),
        };
        return {
          key: `${item.kind}:${item.metric}`,
          sentence: t.rich(item.kind === "at_limit" ? "at_limit" : `over_limit_${item.behaviour}`, values),
          voice: t.rich(`voice.${item.kind}`, values),
          glyph: "triangle",
          tone: "warn",
          ...(mayBill ? { href: "/manager/billing/plans", action: t("seePlans") } : {}),
        };
      }
      default:
        return assertNever(item);
    }
  };
}
