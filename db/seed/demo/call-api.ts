import { organizationTransaction } from "@/db/transaction";
import type { DemoStory } from "@/db/seed/demo/stories";
import type { OrganizationActor } from "@/lib/auth/actor";
import { addDays, type CalendarDate, daysBetween, weekday } from "@/lib/core/calendar";
import { startOfDay } from "@/lib/core/time-zone";
import type { UsageEvent } from "@/lib/usage/usage-event";
import { recordUsageEvents } from "@/lib/usage/services/record-usage-events";

const TIME_ZONE = "Europe/Athens";
const MORNING_MS = 10 * 3_600_000;
const SATURDAY = 6;

/**
 * The API calls of the days ahead, an event a day, told before they are lived, so that a boundary inside them finds its own.
 * The same demo always makes the same calls.
 */
export async function callApi(
  life: { story: DemoStory; actor: OrganizationActor },
  days: { signedUp: CalendarDate; from: CalendarDate; until: CalendarDate },
): Promise<void> {
  const { story, actor } = life;
  if (story.apiCallsPerDay === 0) return;
  const { organizationId } = actor;
  const events: UsageEvent[] = [];
  for (let day = days.from; day < days.until; day = addDays(day, 1)) {
    events.push({
      metricKey: "api_calls",
      eventId: `demo-${day}`,
      occurredAt: new Date(startOfDay(day, TIME_ZONE).getTime() + MORNING_MS),
      quantity: String(callsOn(story, day, days.signedUp)),
    });
  }
  await organizationTransaction(organizationId, (tx) =>
    recordUsageEvents(tx, { organizationId, timeZone: TIME_ZONE, events }),
  );
}

function callsOn(story: DemoStory, day: CalendarDate, signedUp: CalendarDate): number {
  const age = daysBetween(signedUp, day);
  const grown = story.apiCallsPerDay * (1 + story.monthlyGrowthPercent / 100) ** (age / 30);
  const weekly = weekday(day) >= SATURDAY ? 0.55 : 1.12;
  // A gentle, repeatable unevenness.
  const ripple = 1 + 0.14 * Math.sin(age * 1.7 + story.slug.length);
  return Math.round(grown * weekly * ripple);
}
