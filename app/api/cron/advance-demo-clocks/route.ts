import { clock } from "@/lib/platform/clock";
import { cronRoute } from "@/lib/platform/cron-route";
import { clocksToAdvance, runClockAdvance } from "@/lib/workflows/services/run-clock-advance";

/** Keeps the demo's clocks at real time, and takes on clocks whose advance was cut short. */
export const { GET, POST } = cronRoute(
  async ({ now, deadline }) => {
    let processed = 0;
    for (const testClockId of await clocksToAdvance(now)) {
      const report = await runClockAdvance({
        testClockId,
        wallClock: clock.now,
        timeLeft: () => clock.now() < deadline,
      });
      processed += report.stops;
    }
    return { processed, failed: 0 };
  },
  { job: "advance-demo-clocks", lease: true },
);
