/** A metric is catalogue data; its lists are named here too, because usage is where one looks for them. */
export { AGGREGATIONS, METRIC_KINDS } from "@/lib/catalog/metric";
