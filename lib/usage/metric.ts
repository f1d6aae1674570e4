/** A metric is catalogue data; its lists are named here too, because usage is where one looks for them. */
export { type Aggregation, AGGREGATIONS, METRIC_KINDS, type MetricKind } from "@/lib/catalog/metric";
