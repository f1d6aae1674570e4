import type { CalendarDate } from "@/lib/core/calendar";
import { addDays } from "@/lib/core/calendar";
import { dateInZone, startOfDay } from "@/lib/core/time-zone";

export const TEST_CLOCK_STATUSES = ["ready", "advancing", "failed"] as const;
export type TestClockStatus = (typeof TEST_CLOCK_STATUSES)[number];

/** The farthest a clock may be moved at once. */
export const MAX_ADVANCE_DAYS = 366;

/**
 * The next instant an advancing clock must stop at: the earliest of its organizations' next midnights (daily snapshots),
 * what is due of them, and the target. Never before now, never past the target.
 */
export function nextStop(clock: { now: Date; target: Date; timeZones: string[]; dueAt: (Date | null)[] }): Date {
  const midnights = clock.timeZones.map((zone) => startOfDay(tomorrow(clock.now, zone), zone));
  const due = clock.dueAt.filter((instant): instant is Date => instant !== null && instant > clock.now);
  const candidates = [...midnights, ...due, clock.target].map((instant) => instant.getTime());
  return new Date(Math.min(...candidates));
}

function tomorrow(now: Date, zone: string): CalendarDate {
  return addDays(dateInZone(now, zone), 1);
}
