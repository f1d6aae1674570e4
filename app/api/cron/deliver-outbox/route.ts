import { deliverOutbox } from "@/lib/outbox/services/deliver-outbox";
import { cronRoute } from "@/lib/platform/cron-route";
import { workflowHandlers } from "@/lib/workflows/registry";

/** More than a run gets through before its time is up. */
const LIMIT = 10_000;

/** No lease: runs at once share the messages among them. */
export const { GET, POST } = cronRoute(
  async ({ deadline }) => {
    const { processed, failed } = await deliverOutbox({ handlers: workflowHandlers, limit: LIMIT, deadline });
    return { processed, failed };
  },
  { job: "deliver-outbox" },
);
