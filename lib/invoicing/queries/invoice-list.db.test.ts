import { describe, expect, it } from "vitest";
import { calendarDate } from "@/lib/core/calendar";
import { invoiceListPage } from "@/lib/invoicing/queries/invoice-list-page";
import { hasInvoice } from "@/lib/invoicing/queries/has-invoice";
import { readableInvoice } from "@/lib/invoicing/queries/readable-invoice";
import { openInvoice, payableInvoice } from "@/lib/testing/payable-invoice";

const ALL = { page: 1, pageSize: 25, query: "" };

describe("the invoices of an organization", () => {
  it("are sorted and paged, with sums of all that fit on whatever page they are", async () => {
    const due = await payableInvoice({ netMinor: 2900 });
    for (const netMinor of [100, 5900]) await openInvoice({ ...due, netMinor });
    await payableInvoice();

    const list = await invoiceListPage(due.actor, {
      ...ALL,
      pageSize: 2,
      sort: { id: "total", descending: true },
    });
    expect(list.rows.map(({ netMinor }) => netMinor)).toEqual([5900, 2900]);
    expect(list).toMatchObject({ rowCount: 3, sums: [{ currency: "EUR", count: 3, netMinor: 8900, taxMinor: 2136 }] });
    expect(list.rows[0]).toMatchObject({ status: "open", payment: "none", failedAttempts: 0, dueMinor: 7316 });
  });

  it("are filtered by status, date and number, and a wildcard is only a character", async () => {
    const due = await payableInvoice();
    const count = async (filter: Partial<Parameters<typeof invoiceListPage>[1]>) =>
      (await invoiceListPage(due.actor, { ...ALL, ...filter })).rowCount;

    const [row] = (await invoiceListPage(due.actor, ALL)).rows;
    expect(await count({ status: "open" })).toBe(1);
    expect(await count({ status: "paid" })).toBe(0);
    expect(await count({ from: row?.issueDate, to: row?.issueDate })).toBe(1);
    expect(await count({ to: calendarDate("2020-01-01") })).toBe(0);
    expect(await count({ query: (row?.number ?? "").toLowerCase() })).toBe(1);
    expect(await count({ query: "%" })).toBe(0);
  });
});

describe("someone else's invoice", () => {
  it("looks like one that does not exist, except to super-admins", async () => {
    const [mine, theirs] = [await payableInvoice(), await payableInvoice()];
    expect(await hasInvoice(mine.actor, mine.invoiceId)).toBe(true);
    expect(await hasInvoice(mine.actor, theirs.invoiceId)).toBe(false);
    expect(await hasInvoice(mine.actor, "nonsense")).toBe(false);

    await expect(readableInvoice(mine.actor, theirs.invoiceId)).rejects.toMatchObject({ code: "not_found" });
    const admin = { ...mine.actor, isSuperAdmin: true };
    expect(await readableInvoice(admin, theirs.invoiceId)).toEqual({ organizationId: theirs.organizationId });
    const staff = { ...mine.actor, role: "staff" as const };
    await expect(readableInvoice(staff, mine.invoiceId)).rejects.toMatchObject({ code: "forbidden" });
  });
});
