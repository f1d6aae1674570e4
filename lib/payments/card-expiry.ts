import { type CalendarDate, dateParts } from "@/lib/core/calendar";

export type CardExpiry = { expiryMonth: number | null; expiryYear: number | null };

/** "12/2029"; null for a method that has no expiry. */
export function expiryText({ expiryMonth, expiryYear }: CardExpiry): string | null {
  if (expiryMonth === null || expiryYear === null) return null;
  return `${String(expiryMonth).padStart(2, "0")}/${expiryYear}`;
}

/** Whether a card can no longer be charged: it is good to the last day of its month. */
export function isExpired({ expiryMonth, expiryYear }: CardExpiry, today: CalendarDate): boolean {
  if (expiryMonth === null || expiryYear === null) return false;
  const { year, month } = dateParts(today);
  return expiryYear < year || (expiryYear === year && expiryMonth < month);
}
