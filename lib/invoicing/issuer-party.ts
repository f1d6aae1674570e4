import type { InvoiceParty } from "@/lib/invoicing/invoice-party";

/** The issuer as it is printed on a document, copied so that a later change of address rewrites no invoice. */
export function issuerParty(issuer: InvoiceParty): InvoiceParty {
  const { name, addressLine, postalCode, city, country, vatId, registrationNumber, email, iban } = issuer;
  return { name, addressLine, postalCode, city, country, vatId, registrationNumber, email, iban };
}
