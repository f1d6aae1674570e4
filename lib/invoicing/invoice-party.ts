/** A seller or customer as printed, frozen on the invoice when it is made (Directive 2006/112/EC art. 226 (3)-(5)). */
export type InvoiceParty = {
  name: string;
  addressLine: string;
  postalCode: string;
  city: string;
  country: string;
  vatId: string | null;
  registrationNumber: string | null;
  email: string | null;
  iban: string | null;
};
