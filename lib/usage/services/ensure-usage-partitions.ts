import "server-only";
import { sql } from "drizzle-orm";
import { platformTransaction } from "@/db/transaction";

/** Makes the partitions of the usage events for this month and the next, ahead of the events that need them. */
export async function ensureUsagePartitions({ now }: { now: Date }): Promise<void> {
  const month = sql`date_trunc('month', ${now.toISOString()}::timestamptz)`;
  await platformTransaction((tx) =>
    tx.execute(sql`
      select nc_ensure_usage_partition(${month}::date), nc_ensure_usage_partition((${month} + interval '1 month')::date)`),
  );
}
