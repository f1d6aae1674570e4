import { useLocale, useTranslations } from "next-intl";
import { Timeline, type TimelineEvent } from "@/components/layout/timeline";
import type { Activity } from "@/lib/audit/queries/recent-activity";
import { currencyOf } from "@/lib/core/currency";
import { formatInstant, formatMoney } from "@/lib/core/format";
import type { Locale } from "@/lib/core/locale";
import { amountMinor } from "@/lib/core/money";
import { paymentMethodLabel } from "@/lib/invoicing/payment-method-label";

/** What people and the product did lately: who, what, when. */
export function ActivityTimeline(props: {
  events: readonly Activity[];
  timeZone: string;
  /** Names of buildings by id, for events that only carry the id. */
  buildings: ReadonlyMap<string, string>;
}) {
  const t = useTranslations("manager.activity");
  const locale = useLocale();

  const events = props.events.map((event): TimelineEvent => {
    const { detail } = event;
    const amount = moneyOf(detail, locale);
    return {
      id: event.id,
      who: event.actorName ?? t("product"),
      what: t.rich(event.action.replace(".", "_"), {
        n: (chunks) => <span className="num">{chunks}</span>,
        name: textOf(detail["name"]) ?? props.buildings.get(buildingOf(event)) ?? t("aBuilding"),
        label: textOf(detail["label"]) ?? "",
        title: textOf(detail["title"]) ?? "",
        count: Number(detail["created"] ?? detail["apartments"] ?? 0),
        number: textOf(detail["number"]) ?? textOf(detail["invoiceNumber"]) ?? "",
        amount,
        card: cardOf(detail),
      }),
      when: formatInstant(event.occurredAt, props.timeZone, locale),
    };
  });
  if (events.length === 0) return <p className="text-ink-3">{t("empty")}</p>;
  return <Timeline label={t("title")} events={events} />;
}

function buildingOf({ action, entityId, detail }: Activity): string {
  return action.startsWith("building.") ? entityId : (textOf(detail["buildingId"]) ?? "");
}

function textOf(value: unknown): string | undefined {
  return typeof value === "string" && value !== "" ? value : undefined;
}

function cardOf({ kind, brand, last4 }: Record<string, unknown>): string {
  const method = { kind: textOf(kind) ?? "", brand: textOf(brand) ?? null, last4: textOf(last4) ?? null };
  return paymentMethodLabel(method);
}

function moneyOf(detail: Record<string, unknown>, locale: Locale): string {
  const minor = detail["totalMinor"] ?? detail["amountMinor"];
  const currency = detail["currency"];
  if (typeof minor !== "number" || typeof currency !== "string") return "";
  return formatMoney(amountMinor(minor), currencyOf(currency), locale);
}
