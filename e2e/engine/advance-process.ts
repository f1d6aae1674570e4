import { runClockAdvance } from "@/lib/workflows/services/run-clock-advance";

// A clock's advance in a process of its own, to be killed on the way.
process.stdout.write("advancing\n");
const testClockId = process.argv[2] ?? "";
const report = await runClockAdvance({ testClockId, wallClock: () => new Date(), timeLeft: () => true });
process.exit(report.reachedTarget ? 0 : 1);
