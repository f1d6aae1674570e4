import type { CalendarDate } from "@/lib/core/calendar";
import type { Currency } from "@/lib/core/currency";
import type { Localized } from "@/lib/core/locale";
import type { Recurrence } from "@/lib/core/recurrence";
import type { TaxTreatment } from "@/lib/invoicing/tax";

/** What every line of one subscription shares. */
export type LineContext = {
  currency: Currency;
  anchor: CalendarDate;
  recurrence: Recurrence;
  quantity: string;
  planName: Localized;
  planVersion: number;
  tax: TaxTreatment;
};
