import { issuer } from "@/db/schema/invoicing";
import type { Executor } from "@/db/transaction";
import { ORGANIZATION_MODES } from "@/lib/organizations/organization";

/** Who issues before anyone has said so: to be corrected on the issuer page of the admin. The VAT id passes the Greek checksum and is nobody's. */
const FIRST_ISSUER = {
  name: "New Concierge M.IKE",
  vatId: "EL123456783",
  registrationNumber: "000000000000",
  country: "GR",
  timeZone: "Europe/Athens",
  addressLine: "Οδός Παραδείγματος 1",
  postalCode: "105 00",
  city: "Αθήνα",
  email: "billing@newconcierge.example",
  iban: null,
  prorationDocument: "credit_note",
} as const;

const PREFIX = { live: "NC", test: "TEST" } as const;

/** Makes the issuer of each mode where there is none. Run again, it changes nothing. */
export async function loadIssuers(tx: Executor): Promise<void> {
  await tx
    .insert(issuer)
    .values(ORGANIZATION_MODES.map((mode) => ({ ...FIRST_ISSUER, mode, numberPrefix: PREFIX[mode] })))
    .onConflictDoNothing({ target: issuer.mode });
}
