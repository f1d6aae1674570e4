import { z } from "zod";

/** An invoice named in a form or an address. */
export const invoiceSchema = z.strictObject({ invoiceId: z.uuid() });
