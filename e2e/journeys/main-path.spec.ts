import { CARDS, expectPaid, moneyIn, payByCard } from "@/e2e/fixtures/cards";
import { advanceClock, makeClock, makeCustomer } from "@/e2e/fixtures/clocks";
import { pdfText, squeezed } from "@/e2e/fixtures/pdf";
import { PEOPLE } from "@/e2e/fixtures/people";
import { expect, signIn, test } from "@/e2e/fixtures/test";

test("the first month closes: chosen, paid, used, invoiced with overage, collected, mailed and seen by all", async ({
  app,
  as,
}) => {
  test.setTimeout(150_000);
  const admin = await as(PEOPLE.superAdmin);
  await makeClock(admin, { name: "The first month", startsOn: "2026-02-10" });
  const owner = await makeCustomer(admin, { name: "Πρώτος Μήνας", email: "owner@first-month.example" });

  const page = await as(null);
  await page.goto("/sign-in");
  await signIn(page, owner);
  await expect(page).toHaveURL(/\/manager$/);

  await test.step("chooses a plan and pays for it", async () => {
    await page.goto("/manager/billing/plans");
    await page.getByRole("button", { name: /^Start now.*Starter$/ }).click();
    await expect(page.getByRole("heading", { level: 1, name: "First payment" })).toBeVisible();
    await payByCard(page, { number: CARDS.good, submit: "Pay €35.96" });
    await expectPaid(page);
    await expect(page.getByRole("main")).toContainText("Starter has started. €35.96 were paid.");
  });

  await test.step("adds a building with more apartments than the plan includes", async () => {
    await page.goto("/manager/buildings/new");
    for (const [label, value] of [
      ["Name", "Οδός Μηνών 1"],
      ["Plate", "1"],
      ["Street and number", "Οδός Μηνών 1"],
      ["Postal code", "10680"],
      ["City", "Αθήνα"],
    ] as const)
      await page.getByLabel(label, { exact: true }).fill(value);
    await page.getByRole("button", { name: "Add the building" }).click();
    await expect(page.getByRole("heading", { level: 1, name: "Οδός Μηνών 1" })).toBeVisible();
    await page.getByRole("link", { name: "Add floors" }).first().click();
    await page.getByLabel("From floor").fill("1");
    await page.getByLabel("To floor").fill("12");
    await page.getByLabel("On each floor").fill("5");
    await page.getByRole("button", { name: "Add 60 apartments" }).click();
    await expect(page.getByRole("heading", { level: 1, name: "Οδός Μηνών 1" })).toBeVisible();
    await page.goto("/manager/billing");
    await expect(page.getByRole("main")).toContainText("10 over");
  });

  await test.step("a month passes", async () => {
    await admin.reload();
    await advanceClock(admin, "One month");
    const journey = admin.getByRole("region", { name: "What happened along the way" });
    await expect(journey).toContainText("closed a billing cycle");
    await expect(journey).toContainText("issued an invoice");
    await expect(journey).toContainText("collected a payment");
  });

  const [row] = await app.sql<{ id: string; number: string; total: number; intent: string; vat: string }[]>`
    select i.id, i.number, i.total_minor::int as total, a.provider_payment_intent_id as intent, s.vat_id as vat
    from invoice i join organization o on o.id = i.organization_id join payment_attempt a on a.invoice_id = i.id
      join issuer s on s.id = i.issuer_id
    where o.billing_email = ${owner.email} order by i.issued_at desc limit 1`;
  const { id = "", number = "", total = 0, intent = "", vat = "" } = row ?? {};
  // 29.00 in advance and 10 apartments at 0.40, with 24 % VAT.
  expect(total).toBe(4092);

  await test.step("the manager sees it paid, and why it is what it is", async () => {
    await page.goto("/manager/billing/invoices");
    const line = page.getByRole("row").filter({ hasText: number });
    await expect(line).toContainText("€40.92");
    await expect(line).toContainText("Paid");
    await line.getByRole("link", { name: number, exact: true }).click();
    await expect(page.getByRole("heading", { level: 1 })).toContainText(number);
    await expect(page.getByRole("main")).toContainText("Paid");

    const explained = [];
    for (const summary of await page.locator("summary").filter({ hasText: "Show why", visible: true }).all()) {
      await summary.click();
      const parts = summary.locator("xpath=ancestor::details").locator("dd").filter({ visible: true });
      const amounts = (await parts.allInnerTexts()).flatMap(moneyIn);
      const whole = amounts.pop() ?? 0;
      if (amounts.length > 0) expect(amounts.reduce((sum, part) => sum + part, 0)).toBe(whole);
      explained.push(whole);
    }
    expect(explained.toSorted((one, other) => one - other)).toEqual([400, 2900]);
  });

  await test.step("the PDF says the same in both languages", async () => {
    const response = await page.request.get(`/api/v1/invoices/${id}/pdf`);
    expect(response.headers()["content-type"]).toBe("application/pdf");
    const text = await pdfText(await response.body());
    for (const expected of [
      `Τιμολόγιο Invoice ${number}`,
      vat,
      "Πρώτος Μήνας",
      "Πακέτο Starter",
      "Starter plan",
      "29,00 €",
      "Επιπλέον διαμερίσματα",
      "Additional apartments",
      "4,00 €",
      "33,00 €",
      "7,92 €",
      "Σύνολο Total",
      "40,92 €",
      "Due by 10 March 2026",
    ])
      expect(text).toContain(squeezed(expected));
  });

  await test.step("the mails are in the mailbox with the same amount", async () => {
    await page.goto(`/sandbox/mailbox?q=${encodeURIComponent(owner.email)}`);
    for (const topic of ["New invoice", "Payment confirmed"])
      await expect(page.getByRole("row").filter({ hasText: topic }).first()).toBeVisible();
    await page.getByRole("row").filter({ hasText: "Payment confirmed" }).first().getByRole("link").first().click();
    await expect(page.frameLocator("iframe").locator("body")).toContainText("40,92");
    await expect(page.frameLocator("iframe").locator("body")).toContainText(number);
  });

  await test.step("the webhook has settled it, once", async () => {
    await expect
      .poll(async () => {
        await app.runCron("deliver-outbox");
        const [event] = await app.sql`
          select count(*)::int as n, count(processed_at)::int as done from webhook_event
          where object_id = ${intent} and type = 'payment_intent.succeeded'`;
        return event;
      })
      .toEqual({ n: 1, done: 1 });
    const books = await app.sql`
      select i.status, i.amount_paid_minor::int as paid from invoice i where i.id = ${id}`;
    expect(books[0]).toEqual({ status: "paid", paid: 4092 });
  });

  await test.step("the super-admin sees the same invoice, and the customer paying", async () => {
    await admin.goto(`/admin/invoices/${id}`);
    await expect(admin.getByRole("main")).toContainText("€40.92");
    await expect(admin.getByRole("main")).toContainText(number);
    await admin.goto("/admin/customers?mode=test&q=Πρώτος");
    await expect(admin.getByRole("row").filter({ hasText: "Πρώτος Μήνας" })).toContainText("Active");
  });
});
