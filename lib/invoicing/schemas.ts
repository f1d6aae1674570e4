import { z } from "zod";
import type { CalendarDate } from "@/lib/core/calendar";
import { LISTED_STATUSES } from "@/lib/invoicing/invoice-list";

/** An invoice named in a form or an address. */
export const invoiceSchema = z.strictObject({ invoiceId: z.uuid() });

const dateSchema = z.iso.date().transform((value) => value as CalendarDate);

/** The filters of a list of invoices, as its address has them. */
export const invoiceFilterSchema = z.object({
  q: z.string().trim().max(120).default(""),
  status: z.enum(LISTED_STATUSES).optional(),
  from: dateSchema.optional(),
  to: dateSchema.optional(),
});
