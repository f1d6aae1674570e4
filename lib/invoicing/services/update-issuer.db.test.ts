import postgres from "postgres";
import { afterAll, beforeAll, expect, it } from "vitest";
import { loadIssuers } from "@/db/seed/load-issuers";
import { platformTransaction } from "@/db/transaction";
import type { UserActor } from "@/lib/auth/actor";
import { updateIssuerSchema } from "@/lib/invoicing/issuer-schema";
import { adminIssuer } from "@/lib/invoicing/queries/admin-issuer";
import { updateIssuer } from "@/lib/invoicing/services/update-issuer";

const NOW = new Date("2026-11-21T09:00:00Z");
const sql = postgres(process.env["DATABASE_URL"] ?? "", { max: 2, onnotice: () => undefined });

const actor: UserActor = {
  kind: "user",
  userId: "01900000-0000-7000-8000-000000000001",
  sessionId: "01900000-0000-7000-8000-000000000002",
  name: "Desk",
  email: "desk@example.gr",
  isSuperAdmin: true,
  organizationId: null,
  role: null,
  ipAddress: "127.0.0.1",
};

const form = {
  mode: "live",
  name: "New Concierge A.E.",
  vatId: "el 123 456 783",
  registrationNumber: "000000000000",
  country: "gr",
  timeZone: "Europe/Athens",
  addressLine: "Οδός Παραδείγματος 1",
  postalCode: "105 00",
  city: "Αθήνα",
  email: "billing@newconcierge.example",
  iban: "GR16 0110 1250 0000 0001 2300 695",
  numberPrefix: "NC",
  prorationDocument: "credit_note",
};

const save = (change: Partial<typeof form> = {}) =>
  updateIssuer({ ...updateIssuerSchema.parse({ ...form, ...change }), actor, now: NOW });

beforeAll(() => platformTransaction(loadIssuers));
afterAll(() => sql.end());

it("changes what was changed, says so field by field, and leaves the other mode alone", async () => {
  await save();
  const found = await adminIssuer(actor, "live");
  expect(found?.issuer).toMatchObject({
    name: "New Concierge A.E.",
    vatId: "EL123456783",
    iban: "GR1601101250000000012300695",
  });
  expect(found?.events).toMatchObject([
    {
      action: "issuer.updated",
      detail: {
        mode: "live",
        changed: {
          name: { from: "New Concierge M.IKE", to: "New Concierge A.E." },
          iban: { from: null, to: "GR1601101250000000012300695" },
        },
      },
    },
  ]);
  expect((await adminIssuer(actor, "test"))?.issuer.name).toBe("New Concierge M.IKE");
});

it("writes nothing down when nothing changed, and refuses the other mode's prefix", async () => {
  await save();
  expect((await adminIssuer(actor, "live"))?.events).toHaveLength(1);
  await expect(save({ numberPrefix: "TEST" })).rejects.toMatchObject({
    fieldErrors: { numberPrefix: ["already_exists"] },
  });
});

it.each([
  [{ vatId: "EL123456780" }, "vatId"],
  [{ vatId: "GR123456783" }, "vatId"],
  [{ vatId: "123456783" }, "vatId"],
  [{ iban: "GR1601101250000000012300696" }, "iban"],
  [{ numberPrefix: "ΝC" }, "numberPrefix"],
  [{ numberPrefix: "N-C" }, "numberPrefix"],
  [{ country: "Greece" }, "country"],
  [{ timeZone: "Athens" }, "timeZone"],
  [{ email: "billing" }, "email"],
])("refuses %o", (change, field) => {
  const refused = updateIssuerSchema.safeParse({ ...form, ...change });
  expect(refused.error?.issues.map((issue) => issue.path[0])).toEqual([field]);
});
