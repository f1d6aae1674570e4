import type { DemoWorld } from "@/db/seed/demo/demo-world";
import { isAppError } from "@/lib/core/errors";
import { requestClockAdvance } from "@/lib/organizations/services/request-clock-advance";
import { runClockAdvance } from "@/lib/workflows/services/run-clock-advance";

/** Moves the demo's clock, living every boundary on the way. @throws Error when it does not get there */
export async function advanceTo(world: DemoWorld, target: Date): Promise<void> {
  const { testClockId, wallClock } = world;
  try {
    await requestClockAdvance({ testClockId, target, actor: { kind: "system" } });
  } catch (error) {
    // The first day is the clock's own: there is nowhere to go.
    if (isAppError(error, "invalid_input")) return;
    throw error;
  }
  const report = await runClockAdvance({ testClockId, wallClock, timeLeft: () => true });
  if (!report.reachedTarget) throw new Error(`the demo's clock did not reach ${target.toISOString()}`);
}
