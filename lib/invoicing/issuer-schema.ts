import { z } from "zod";
import { isTimeZone } from "@/lib/core/time-zone";
import { isGreekVatNumber } from "@/lib/invoicing/greek-vat";
import { isIban, normalizeIban } from "@/lib/invoicing/iban";
import { PRORATION_DOCUMENTS } from "@/lib/invoicing/issuer";
import { ORGANIZATION_MODES } from "@/lib/organizations/organization";

const text = (most: number) => z.string().trim().min(1).max(most);

/** Two letters of the country (Greece writes EL, Directive 2006/112/EC art. 215) and what the country adds. */
const vatIdSchema = z
  .string()
  .trim()
  .toUpperCase()
  .transform((value) => value.replaceAll(/[\s.-]/g, ""))
  .refine((value) => /^[A-Z]{2}[0-9A-Z]{2,12}$/.test(value), "invalid_format")
  .refine((value) => !value.startsWith("GR"), "invalid_format")
  .refine((value) => !value.startsWith("EL") || isGreekVatNumber(value.slice(2)), "invalid_vat_id");

const ibanSchema = z.string().transform(normalizeIban).refine(isIban, "invalid_iban");

/** Who issues our documents, as the form sends it. */
export const updateIssuerSchema = z.object({
  mode: z.enum(ORGANIZATION_MODES),
  name: text(160),
  vatId: vatIdSchema,
  registrationNumber: text(40).optional(),
  country: z
    .string()
    .trim()
    .toUpperCase()
    .regex(/^[A-Z]{2}$/),
  timeZone: z.string().refine(isTimeZone, "invalid_choice"),
  addressLine: text(160),
  postalCode: text(20),
  city: text(80),
  email: z.email().max(320),
  iban: ibanSchema.optional(),
  numberPrefix: z
    .string()
    .trim()
    .regex(/^[A-Z]{1,8}$/, "invalid_prefix"),
  prorationDocument: z.enum(PRORATION_DOCUMENTS),
});

export type UpdateIssuer = z.output<typeof updateIssuerSchema>;
