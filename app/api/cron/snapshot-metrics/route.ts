import { cronRoute } from "@/lib/platform/cron-route";
import { ensureUsagePartitions } from "@/lib/usage/services/ensure-usage-partitions";
import { snapshotAllMetrics } from "@/lib/workflows/services/snapshot-metrics";

/** No lease: a second run at once writes the same rows. */
export const { GET, POST } = cronRoute(
  async ({ now }) => {
    await ensureUsagePartitions({ now });
    return snapshotAllMetrics({ now });
  },
  { job: "snapshot-metrics" },
);
