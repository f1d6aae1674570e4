import { z } from "zod";
import { calendarDate, type CalendarDate } from "@/lib/core/calendar";
import { LOCALES } from "@/lib/core/locale";
import { isTimeZone } from "@/lib/core/time-zone";

const dateSchema = z.iso.date().transform((value): CalendarDate => calendarDate(value));
const timeZoneSchema = z.string().refine(isTimeZone, "invalid_choice");

export const addTestClockSchema = z.object({
  name: z.string().trim().min(1).max(80),
  startsOn: dateSchema,
  timeZone: timeZoneSchema,
});

/** To an instant that was offered, or to the beginning of a day. */
export const advanceClockSchema = z.object({
  testClockId: z.uuid(),
  target: z.iso.datetime().transform((value) => new Date(value)),
});

export const advanceClockToDateSchema = z.object({
  testClockId: z.uuid(),
  target: dateSchema,
  timeZone: timeZoneSchema,
});

export const retryClockSchema = z.object({ testClockId: z.uuid() });

export const createTestOrganizationSchema = z.object({
  testClockId: z.uuid(),
  name: z.string().trim().min(2).max(120),
  ownerName: z.string().trim().min(2).max(120),
  ownerEmail: z.email().max(320),
  locale: z.enum(LOCALES),
});

export type CreateTestOrganization = z.output<typeof createTestOrganizationSchema>;
