import type { Localized } from "@/lib/core/locale";

/** How the events of a period become one quantity. */
export const AGGREGATIONS = ["sum", "count", "max", "latest", "unique", "time_weighted"] as const;

export type Aggregation = (typeof AGGREGATIONS)[number];

/** counted: from the events we are sent · measured: from our own tables, as daily snapshots. */
export const METRIC_KINDS = ["counted", "measured"] as const;

export type MetricKind = (typeof METRIC_KINDS)[number];

/** What can be counted. The unit is a short word for the quantity, such as "GB". */
export type Metric = { key: string; name: Localized; unit: string; aggregation: Aggregation; kind: MetricKind };
