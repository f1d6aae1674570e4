import { expect, test } from "vitest";
import { auditFacts } from "@/app/admin/_components/audit-facts";

const told = {
  locale: "en" as const,
  timeZone: "Europe/Athens",
  status: (code: string) => ({ trialing: "Trial", paused: "Paused" })[code] ?? null,
  reason: (code: string) => (code === "support" ? "Support" : code),
};

test.each([
  [{ number: "NC-2026-000001", currency: "EUR", totalMinor: 12_276, paid: true }, ["NC-2026-000001", "€122.76"]],
  [{ from: "trialing", to: "paused", sequence: 1, invoiceId: null }, ["Trial › Paused"]],
  [{ from: "active", to: "active" }, []],
  [{ from: "past_due", event: "payment_succeeded" }, []],
  [{ from: "2027-01-30T22:00:00.000Z", to: "2027-02-27T22:00:00.000Z" }, ["28 Feb 2027, 00:00"]],
  [{ kind: "card", brand: "visa", last4: "3184" }, ["visa 3184"]],
  [{ reason: "support", comment: "Later." }, ["Later.", "Support"]],
  [{ name: "", plate: 5, changed: { name: { from: "a", to: "b" } } }, []],
  [{}, []],
])("%o", (detail, facts) => {
  expect(auditFacts(detail, told)).toEqual(facts);
});
