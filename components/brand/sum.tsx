import type { ReactNode } from "react";
import { cn } from "@/components/ui/cn";
import { assert } from "@/lib/core/assert";
import type { Currency } from "@/lib/core/currency";
import type { Locale } from "@/lib/core/locale";
import { formatMoney } from "@/lib/core/format";
import type { AmountMinor } from "@/lib/core/money";
import { Leader, Leaders } from "./leaders";

export type SumPart = { label: ReactNode; amountMinor: AmountMinor; key?: string | undefined };

/**
 * Parts on leaders, closed by the double rule. The rule says "this was checked", so it is drawn only when the parts equal
 * the total; outside production a difference throws AssertionError instead of misleading a reader.
 */
export function Sum(props: {
  parts: readonly SumPart[];
  total: { label: ReactNode; amountMinor: AmountMinor; note?: ReactNode | undefined };
  currency: Currency;
  locale: Locale;
  className?: string | undefined;
}) {
  const { parts, total, currency, locale } = props;
  const sum = parts.reduce((minor: number, part) => minor + part.amountMinor, 0);
  const checked = sum === total.amountMinor;
  assert(checked || process.env.NODE_ENV === "production", `parts sum to ${sum}, not ${total.amountMinor}`);

  return (
    <div className={props.className}>
      <Leaders>
        {parts.map((part, index) => (
          <Leader
            key={part.key ?? index}
            label={<span className="text-ink-2">{part.label}</span>}
            value={formatMoney(part.amountMinor, currency, locale)}
          />
        ))}
      </Leaders>
      <Total
        className="mt-1.5"
        label={total.label}
        note={total.note}
        value={formatMoney(total.amountMinor, currency, locale)}
        checked={checked}
      />
    </div>
  );
}

/** The closing line alone, for a total whose parts stand elsewhere on the page. Pass `checked` only after comparing them. */
export function Total(props: {
  label: ReactNode;
  value: string;
  checked: boolean;
  note?: ReactNode | undefined;
  size?: "md" | "lg" | undefined;
  className?: string | undefined;
}) {
  return (
    <div
      className={cn(
        "flex items-center justify-between gap-4 pt-[7px] pb-1.5 font-semibold",
        props.checked ? "double-rule" : "border-t border-ink",
        props.className,
      )}
    >
      <span className="min-w-0">
        {props.label}
        {props.note ? <span className="block text-xs font-normal text-ink-3">{props.note}</span> : null}
      </span>
      <span className={cn("figure", props.size === "lg" ? "text-[1.6875rem] leading-[2.125rem]" : "text-[1.1875rem]")}>
        {props.value}
      </span>
    </div>
  );
}
