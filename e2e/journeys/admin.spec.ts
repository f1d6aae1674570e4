import { moneyIn } from "@/e2e/fixtures/cards";
import { advanceClock, makeClock, makeCustomer } from "@/e2e/fixtures/clocks";
import { demoRows } from "@/e2e/fixtures/pages";
import { pdfText, squeezed } from "@/e2e/fixtures/pdf";
import { PEOPLE } from "@/e2e/fixtures/people";
import { expect, signIn, test } from "@/e2e/fixtures/test";

test("the overview's figures are those of the rows beneath them", async ({ as, app }) => {
  const [rows] = await app.sql<{ owed: number; open: number; paying: number }[]>`
    select
      (select coalesce(sum(total_minor - amount_paid_minor - credited_minor - credit_applied_minor), 0)::int from invoice where status = 'open') as owed,
      (select count(*)::int from invoice where status = 'open') as open,
      (select count(*)::int from subscription s join price p on p.id = s.price_id
        where s.status in ('active', 'past_due') and p.unit_amount > 0) as paying`;
  const page = await as(PEOPLE.superAdmin);
  await page.goto("/admin?mode=test");
  const figure = (name: string) =>
    page.getByRole("main").locator("dl > div").filter({ hasText: name }).locator("dd").first().innerText();
  expect(moneyIn(await figure("Open receivables"))).toEqual([rows?.owed]);
  expect(await figure("Open receivables")).toContain(`${rows?.open} invoice`);
  expect(await figure("Paying customers")).toBe(String(rows?.paying));
  const [mrr = 0] = moneyIn(await figure("MRR"));
  expect(moneyIn(await figure("ARR"))).toEqual([mrr * 12]);
  await expect(page.getByRole("main")).toContainText("Invoiced by month");
});

test("customers, subscriptions, invoices, system and audit are lists one can search and open", async ({ as, app }) => {
  const rows = await demoRows(app.sql);
  const [invoice] = await app.sql<{ number: string }[]>`select number from invoice where id = ${rows.invoice}`;
  const page = await as(PEOPLE.superAdmin);
  const main = page.getByRole("main");

  await page.goto("/admin/customers?mode=test");
  await main.getByRole("searchbox").fill("Ακτη");
  await main.getByRole("searchbox").press("Enter");
  await expect(page).toHaveURL(/q=/);
  await expect(main.getByRole("row").filter({ hasText: "Ακτή Διαχείριση" })).toHaveCount(1);
  await main.getByRole("link", { name: "Ακτή Διαχείριση" }).first().click();
  await expect(page.getByRole("heading", { level: 1, name: "Ακτή Διαχείριση" })).toBeVisible();
  await expect(main).toContainText("Professional");

  await page.goto("/admin/subscriptions?mode=test");
  await expect(main.getByRole("row").filter({ hasText: "Βόρεια Προάστια" })).toBeVisible();

  await page.goto(`/admin/invoices?mode=test&q=${invoice?.number}`);
  await main
    .getByRole("link", { name: invoice?.number ?? "" })
    .first()
    .click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText(invoice?.number ?? "");
  await expect(main).toContainText("Journal entries");

  await app.runCron("snapshot-metrics");
  await page.goto("/admin/system");
  await expect(main.getByRole("row").filter({ hasText: "Snapshot metrics" }).first()).toBeVisible();
  for (const [path, sentence] of [
    ["/admin/system/messages", "to be delivered"],
    ["/admin/system/webhooks", "None waits."],
    ["/admin/system/payments", "outcome"],
    ["/admin/audit", "Every change, with who made it and when."],
    ["/admin/catalog", "Every version as it was published."],
  ] as const) {
    await page.goto(path);
    await expect(main).toContainText(sentence);
  }
});

test("a list's state is its address: sorted, filtered and paged, it can be sent to a colleague", async ({ as }) => {
  const page = await as(PEOPLE.superAdmin);
  await page.goto("/admin/invoices?mode=test");
  const main = page.getByRole("main");
  await main
    .getByRole("button", { name: /^Total with VAT/ })
    .or(main.getByRole("link", { name: /^Total with VAT/ }))
    .click();
  await expect(page).toHaveURL(/sort=/);
  const first = await main.getByRole("row").nth(1).innerText();
  const colleague = await as(PEOPLE.superAdmin);
  await colleague.goto(page.url());
  expect(await colleague.getByRole("main").getByRole("row").nth(1).innerText()).toBe(first);
});

test("what is changed about the issuer stands on the next document only", async ({ as, app }) => {
  test.setTimeout(120_000);
  const page = await as(PEOPLE.superAdmin);
  await makeClock(page, { name: "Two addresses", startsOn: "2026-01-15" });
  const clock = page.url();
  const owner = await makeCustomer(page, { name: "Δύο Διευθύνσεις", email: "owner@two-addresses.example" });

  const manager = await as(null);
  await manager.goto("/sign-in");
  await signIn(manager, owner);
  await manager.goto("/manager/billing/plans");
  await manager.getByRole("button", { name: /^Start now.*Starter$/ }).click();
  const form = manager.getByRole("form", { name: "Test card" });
  await form.getByRole("button", { name: "Succeeds" }).click();
  await form.getByRole("button", { name: "Pay €35.96" }).click();
  await expect(manager.getByRole("heading", { level: 1, name: "Payment received" })).toBeVisible();
  await app.runCron("deliver-outbox");

  await page.goto("/admin/catalog/issuer?mode=test");
  const address = page.getByLabel("Address", { exact: true });
  const before = await address.inputValue();
  await address.fill("Οδός Καινούργια 99");
  await page.getByRole("button", { name: "Save the issuer" }).click();
  await expect(page.getByText("The issuer is saved.").first()).toBeVisible();
  await page.reload();
  await expect(address).toHaveValue("Οδός Καινούργια 99");

  await page.goto(clock);
  await advanceClock(page, "One month");
  const invoices = await app.sql<{ id: string }[]>`
    select i.id from invoice i join organization o on o.id = i.organization_id
    where o.billing_email = ${owner.email} order by i.issued_at`;
  expect(invoices).toHaveLength(2);
  const texts = [];
  for (const { id } of invoices)
    texts.push(await pdfText(await (await manager.request.get(`/api/v1/invoices/${id}/pdf`)).body()));
  expect(texts[0]).toContain(squeezed(before));
  expect(texts[0]).not.toContain(squeezed("Οδός Καινούργια 99"));
  expect(texts[1]).toContain(squeezed("Οδός Καινούργια 99"));

  await page.goto("/admin/audit");
  await expect(page.getByRole("main")).toContainText("changed the issuer");
});

test("a clock is not moved backwards or too far, and says so at the field", async ({ as }) => {
  const page = await as(PEOPLE.superAdmin);
  await makeClock(page, { name: "Forward only", startsOn: "2026-05-01" });
  for (const [date, sentence] of [
    ["2026-04-01", /At least|too early/],
    ["2029-04-01", /At most|too late/],
  ] as const) {
    await page.getByLabel("To a date").fill(date);
    await page.getByRole("button", { name: "Move to that day" }).click();
    await expect(page.getByLabel("To a date")).toHaveAccessibleDescription(sentence);
  }
});
