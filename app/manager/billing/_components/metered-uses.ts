import { METER_ORDER } from "@/components/billing/meter-order";
import type { MeteredUse } from "@/components/billing/use-usage-rows";
import type { UsageSoFar } from "@/lib/billing/queries/usage-so-far";
import { ZERO_MINOR } from "@/lib/core/money";

/** Each metric's use with what it costs: its line on the next invoice so far, and on the expected one. */
export function meteredUses({ usage, next }: Pick<UsageSoFar, "usage" | "next">) {
  const amountIn = (lines: readonly { metric?: string; amountMinor: MeteredUse["soFarMinor"] }[], key: string) =>
    lines.find((line) => line.metric === key)?.amountMinor ?? null;

  return usage
    .map((use) => {
      const { key } = use.metric;
      const soFarMinor = next ? amountIn(next.lineItems, key) : null;
      const expected = next?.expected ? (amountIn(next.expected.lineItems, key) ?? ZERO_MINOR) : null;
      return { ...use, soFarMinor, expectedMinor: expected === ZERO_MINOR ? null : expected };
    })
    .toSorted((a, b) => METER_ORDER.indexOf(a.metric.key) - METER_ORDER.indexOf(b.metric.key));
}
