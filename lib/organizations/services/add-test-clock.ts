import "server-only";
import { platformTransaction } from "@/db/transaction";
import type { UserActor } from "@/lib/auth/actor";
import type { CalendarDate } from "@/lib/core/calendar";
import { startOfDay } from "@/lib/core/time-zone";
import { createTestClock } from "@/lib/organizations/services/create-test-clock";

/** Makes a clock that stands at the beginning of a day and moves only when it is told to. Returns its id. */
export async function addTestClock(request: {
  name: string;
  startsOn: CalendarDate;
  timeZone: string;
  actor: UserActor;
}): Promise<string> {
  const { name, actor } = request;
  const startsAt = startOfDay(request.startsOn, request.timeZone);
  return platformTransaction((tx) => createTestClock(tx, { name, startsAt, followsRealTime: false, actor }));
}
