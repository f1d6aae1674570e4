import { assert } from "@/lib/core/assert";
import { type CalendarDate, dateFromParts, daysBetween } from "@/lib/core/calendar";
import { AppError } from "@/lib/core/errors";

const MS_PER_DAY = 86_400_000;
const EPOCH = dateFromParts({ year: 1970, month: 1, day: 1 });

/** Building a formatter costs a thousand times its use, so one is kept for each zone. */
const formatters = new Map<string, Intl.DateTimeFormat>();

function formatterOf(zone: string): Intl.DateTimeFormat {
  const known = formatters.get(zone);
  if (known) return known;

  try {
    const formatter = new Intl.DateTimeFormat("en-US", {
      timeZone: zone,
      hourCycle: "h23",
      year: "numeric",
      month: "2-digit",
      day: "2-digit",
      hour: "2-digit",
      minute: "2-digit",
      second: "2-digit",
    });
    formatters.set(zone, formatter);
    return formatter;
  } catch (cause) {
    throw new AppError("invalid_input", { message: `unknown time zone ${zone}`, cause });
  }
}

export type LocalDateTime = { year: number; month: number; day: number; hour: number; minute: number; second: number };

function localAt(milliseconds: number, zone: string): LocalDateTime {
  const local: LocalDateTime = { year: 0, month: 0, day: 0, hour: 0, minute: 0, second: 0 };
  for (const { type, value } of formatterOf(zone).formatToParts(milliseconds)) {
    if (type in local) local[type as keyof LocalDateTime] = Number(value);
  }
  return local;
}

/** What a clock on the wall of the zone shows at the instant. Throws invalid_input for an unknown zone. */
export function localDateTime(instant: Date, zone: string): LocalDateTime {
  return localAt(instant.getTime(), zone);
}

export function isTimeZone(zone: string): boolean {
  try {
    formatterOf(zone);
    return true;
  } catch {
    return false;
  }
}

/** The calendar date in the zone at the instant. Throws invalid_input for an unknown zone. */
export function dateInZone(instant: Date, zone: string): CalendarDate {
  return dateFromParts(localAt(instant.getTime(), zone));
}

function offsetAt(milliseconds: number, zone: string): number {
  const { year, month, day, hour, minute, second } = localAt(milliseconds, zone);
  const days = daysBetween(EPOCH, dateFromParts({ year, month, day }));
  return days * MS_PER_DAY + ((hour * 60 + minute) * 60 + second) * 1000 - Math.floor(milliseconds / 1000) * 1000;
}

/** The first instant of a date whose midnight the clocks skip, found by bisection between the two offsets around it. */
function afterGap(date: CalendarDate, zone: string, [from, to]: [number, number]): number {
  let before = from - 1;
  let after = to;
  assert(dateFromParts(localAt(after, zone)) >= date, `no start of ${date} in ${zone}`);
  while (after - before > 1) {
    const middle = Math.floor((before + after) / 2);
    if (dateFromParts(localAt(middle, zone)) >= date) after = middle;
    else before = middle;
  }
  return after;
}

function computeStartOfDay(date: CalendarDate, zone: string): number {
  const midnightUtc = daysBetween(EPOCH, date) * MS_PER_DAY;
  const offsetBefore = offsetAt(midnightUtc - MS_PER_DAY, zone);
  const offsetAfter = offsetAt(midnightUtc + MS_PER_DAY, zone);
  const earlier = midnightUtc - Math.max(offsetBefore, offsetAfter);
  const later = midnightUtc - Math.min(offsetBefore, offsetAfter);

  if (offsetAt(earlier, zone) === midnightUtc - earlier) return earlier;
  if (offsetAt(later, zone) === midnightUtc - later) return later;
  return afterGap(date, zone, [earlier, later]);
}

/** Starts already found, by zone; emptied when a zone holds a century, so the memory stays flat. */
const startsOfDay = new Map<string, Map<CalendarDate, number>>();
const MAX_REMEMBERED = 36_525;

/**
 * The first instant of the date in the zone: usually 00:00, later where the clocks skip midnight. A date the zone never
 * had (Samoa, 30 December 2011) starts with the next one. Throws invalid_input for an unknown zone.
 */
export function startOfDay(date: CalendarDate, zone: string): Date {
  let ofZone = startsOfDay.get(zone);
  if (!ofZone || ofZone.size >= MAX_REMEMBERED) {
    ofZone = new Map();
    startsOfDay.set(zone, ofZone);
  }

  let start = ofZone.get(date);
  if (start === undefined) {
    start = computeStartOfDay(date, zone);
    ofZone.set(date, start);
  }
  return new Date(start);
}

/** Calendar days between the dates of two instants in the zone, so a night of clock change neither adds nor loses one. */
export function daysBetweenInstants(from: Date, to: Date, zone: string): number {
  return daysBetween(dateInZone(from, zone), dateInZone(to, zone));
}
