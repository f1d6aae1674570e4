import { AppError } from "@/lib/core/errors";
import type { TaxTreatment } from "@/lib/invoicing/tax";

/** Greece's standard rate, 24 % since 1 June 2016 (Law 4389/2016). The dated rate table of every country takes its place. */
const GREEK_STANDARD_RATE = "24";

/**
 * Who owes VAT, and how much, for a seller and customer in Greece (Directive 2006/112/EC art. 44 and 45).
 * @throws AppError tax_unavailable for any other country: an unknown treatment must block issue, never be a silent zero.
 */
export function taxTreatment(parties: { sellerCountry: string; customerCountry: string }): TaxTreatment {
  if (parties.sellerCountry === "GR" && parties.customerCountry === "GR") {
    return { category: "S", rate: GREEK_STANDARD_RATE };
  }

  throw new AppError("tax_unavailable", { params: { country: parties.customerCountry } });
}
