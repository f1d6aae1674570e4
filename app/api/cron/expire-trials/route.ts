import { expireIncompleteSubscriptions } from "@/lib/billing/services/expire-incomplete-subscriptions";
import { remindEndingTrials } from "@/lib/billing/services/remind-ending-trials";
import { cronRoute } from "@/lib/platform/cron-route";

/** Trials themselves end where every period does, in close-billing-cycles; here are their reminders, and first payments never made. */
export const { GET, POST } = cronRoute(
  async ({ now }) => {
    const due = { now, scope: { testClockId: null }, actor: { kind: "cron" } } as const;
    const reminded = await remindEndingTrials(due);
    const expired = await expireIncompleteSubscriptions(due);
    return { processed: reminded + expired, failed: 0 };
  },
  { job: "expire-trials", lease: true },
);
