import { useTranslations } from "next-intl";
import type { DeclineMessageKey } from "@/lib/payments/decline-code";

/** Why a card was refused and what to do, on a page where it can be done at once: mails send the reader here for it. */
export function useDeclineWords(): (key: DeclineMessageKey) => string {
  const t = useTranslations();
  return (key) => (key === "authentication_required" ? t("billing.card.notConfirmed") : t(`payments.decline.${key}`));
}
