import { closeDueBillingCycles } from "@/lib/billing/services/close-due-billing-cycles";
import { clock } from "@/lib/platform/clock";
import { cronRoute } from "@/lib/platform/cron-route";

/** Accounts a transaction. Larger batches save round trips, smaller ones hold locks for less long. */
const BATCH = 250;

/** No lease: runs at once share the accounts among them. */
export const { GET, POST } = cronRoute(
  ({ now, deadline }) =>
    closeDueBillingCycles({
      now,
      limit: BATCH,
      scope: { testClockId: null },
      actor: { kind: "cron" },
      timeLeft: () => clock.now() < deadline,
    }),
  { job: "close-billing-cycles" },
);
