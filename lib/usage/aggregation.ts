import { assert, assertNever } from "@/lib/core/assert";
import { decimal, type Decimal, maxDecimal, sumDecimals, toDecimalString, ZERO } from "@/lib/core/decimal";
import type { Aggregation } from "@/lib/catalog/metric";

/** One event or snapshot. Times are milliseconds since 1970 UTC; `subject` is what `unique` tells apart. */
export type UsageValue = { at: number; quantity: string; subject?: string };

/** Half-open, in milliseconds. `opening` is the level a time-weighted metric starts from. */
export type UsageWindow = { start: number; end: number; opening?: string };

/**
 * One quantity out of the values inside a window; they may come in any order. Nothing used is zero under every aggregation
 * but the time-weighted one, which goes on from its opening level.
 */
export function aggregate(aggregation: Aggregation, values: readonly UsageValue[], window: UsageWindow): string {
  const inside = values.filter(({ at }) => window.start <= at && at < window.end);
  return toDecimalString(aggregateInside(aggregation, inside, window));
}

function aggregateInside(aggregation: Aggregation, values: readonly UsageValue[], window: UsageWindow): Decimal {
  switch (aggregation) {
    case "sum":
      return sumDecimals(values.map(({ quantity }) => quantity));
    case "count":
      return decimal(values.length);
    case "max":
      return values.reduce((most, { quantity }) => maxDecimal(most, decimal(quantity)), ZERO);
    case "latest":
      return latest(values);
    case "unique":
      return decimal(new Set(values.map((value) => value.subject ?? value.quantity)).size);
    case "time_weighted":
      return timeWeighted(values, window);
    default:
      return assertNever(aggregation);
  }
}

/** Of several values at one moment the last in order counts. */
function latest(values: readonly UsageValue[]): Decimal {
  let last: UsageValue | null = null;
  for (const value of values) {
    if (last === null || value.at >= last.at) last = value;
  }
  return last === null ? ZERO : decimal(last.quantity);
}

/** The average level over the window: each value holds until the next one. */
function timeWeighted(values: readonly UsageValue[], window: UsageWindow): Decimal {
  const length = window.end - window.start;
  assert(length > 0, "an empty window has no average");

  let level = decimal(window.opening ?? "0");
  let since = window.start;
  let area = ZERO;
  for (const { at, quantity } of values.toSorted((a, b) => a.at - b.at)) {
    area = area.plus(level.times(at - since));
    level = decimal(quantity);
    since = at;
  }
  return area.plus(level.times(window.end - since)).div(length);
}
