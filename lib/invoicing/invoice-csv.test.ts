import { expect, test } from "vitest";
import { calendarDate } from "@/lib/core/calendar";
import { amountMinor, ZERO_MINOR } from "@/lib/core/money";
import { invoiceCsv } from "@/lib/invoicing/invoice-csv";
import type { InvoiceRow } from "@/lib/invoicing/invoice-list";

const row: InvoiceRow = {
  id: "i",
  number: "NC-2026-001184",
  status: "paid",
  payment: "paid",
  failedAttempts: 0,
  issueDate: calendarDate("2026-11-01"),
  dueDate: null,
  currency: "EUR",
  netMinor: amountMinor(6800),
  taxMinor: amountMinor(1632),
  totalMinor: amountMinor(8432),
  dueMinor: ZERO_MINOR,
  planName: null,
  metrics: [],
};

test("each invoice is a line, in the decimals of its currency", () => {
  const csv = invoiceCsv([row, { ...row, currency: "JPY", number: "NC-2026-001185", dueDate: row.issueDate }]);
  expect(csv.split("\r\n")).toEqual([
    "\uFEFFnumber,issue_date,due_date,status,currency,net,vat,total,amount_due",
    "NC-2026-001184,2026-11-01,,paid,EUR,68.00,16.32,84.32,0.00",
    "NC-2026-001185,2026-11-01,2026-11-01,paid,JPY,6800,1632,8432,0",
    "",
  ]);
});
