import type { Page } from "@playwright/test";

import type { App } from "@/e2e/fixtures/app";
import { CARDS, expectPaid, payByCard } from "@/e2e/fixtures/cards";
import { makeClock, makeCustomer } from "@/e2e/fixtures/clocks";
import { PEOPLE } from "@/e2e/fixtures/people";
import { expect, signIn, test } from "@/e2e/fixtures/test";

type As = (email: string | null) => Promise<Page>;

/** A new organization's owner before the page that takes the first payment of Starter. */
async function atCheckout(as: As, name: string): Promise<{ page: Page; email: string }> {
  const admin = await as(PEOPLE.superAdmin);
  await makeClock(admin, { name, startsOn: "2026-03-05" });
  const email = `owner@${name.toLowerCase().replaceAll(" ", "-")}.example`;
  const owner = await makeCustomer(admin, { name, email });
  await admin.context().close();

  const page = await as(null);
  await page.goto("/sign-in");
  await signIn(page, owner);
  await page.goto("/manager/billing/plans");
  await page.getByRole("button", { name: /^Start now.*Starter$/ }).click();
  await expect(page.getByRole("heading", { level: 1, name: "First payment" })).toBeVisible();
  return { page, email };
}

async function booksOf(app: App, email: string) {
  const [books] = await app.sql<{ subscription: string; issued: number; paid: number; number: string | null }[]>`
    select s.status as subscription,
      (select count(*)::int from invoice i where i.organization_id = o.id and i.number is not null) as issued,
      (select coalesce(sum(amount_paid_minor), 0)::int from invoice i where i.organization_id = o.id) as paid,
      (select max(number) from invoice i where i.organization_id = o.id) as number
    from organization o join subscription s on s.organization_id = o.id where o.billing_email = ${email}`;
  return books;
}

test("a declined card is explained and charges nothing; a good one then pays", async ({ as, app, complaints }) => {
  // The provider answers a declined card with 402, as Stripe does, and browsers log that.
  complaints.expect(/status of 402/);
  const { page, email } = await atCheckout(as, "Declined at first");
  await payByCard(page, { number: CARDS.declined, submit: "Pay €35.96" });

  const alert = page.getByRole("main").getByRole("alert");
  await expect(alert).toContainText("Your bank declined the payment.");
  await expect(alert).toContainText("Nothing was charged.");
  expect(await booksOf(app, email)).toEqual({ subscription: "incomplete", issued: 0, paid: 0, number: null });

  await payByCard(page, { number: CARDS.good, submit: "Pay €35.96" });
  await expectPaid(page);
  expect(await booksOf(app, email)).toMatchObject({ subscription: "active", issued: 1, paid: 3596 });
});

test("a card that asks for 3-D Secure is confirmed at the bank's page and pays", async ({ as, app }) => {
  const { page, email } = await atCheckout(as, "Three D Secure");
  await payByCard(page, { number: CARDS.asksForConfirmation, submit: "Pay €35.96" });
  await expect(page.getByRole("heading", { name: "Confirm with your bank" })).toBeVisible();
  expect(new URL(page.url()).origin).toBe(app.sandboxUrl);
  expect(await booksOf(app, email)).toMatchObject({ subscription: "incomplete", paid: 0 });

  await page.getByRole("button", { name: "Complete authentication" }).click();
  await expectPaid(page);
  expect(new URL(page.url()).origin).toBe(app.baseUrl);
  expect(await booksOf(app, email)).toMatchObject({ subscription: "active", issued: 1, paid: 3596 });
});

test("a confirmation refused at the bank charges nothing and can be tried again", async ({ as, app, complaints }) => {
  complaints.expect(/status of 402/);
  const { page, email } = await atCheckout(as, "Refused at the bank");
  await payByCard(page, { number: CARDS.asksForConfirmation, submit: "Pay €35.96" });
  await page.getByRole("button", { name: "Fail authentication" }).click();

  await expect(page.getByRole("main").getByRole("alert")).toContainText("Your bank wants you to confirm the payment");
  expect(new URL(page.url()).origin).toBe(app.baseUrl);
  expect(await booksOf(app, email)).toMatchObject({ subscription: "incomplete", issued: 0, paid: 0 });

  await page.goto("/manager/billing");
  await page.getByRole("link", { name: "Continue the payment" }).click();
  await payByCard(page, { number: CARDS.good, submit: "Pay €35.96" });
  await expectPaid(page);
  expect(await booksOf(app, email)).toMatchObject({ subscription: "active", issued: 1, paid: 3596 });
});

test("whoever's card was declined adds a good one, pays what is open, and the plan is active again", async ({
  as,
  app,
}) => {
  const page = await as(PEOPLE.declined);
  await page.goto("/manager/billing");
  const debts = page.getByRole("region", { name: "Invoices to pay" });
  await expect(debts).toContainText("did not go through");
  const owed = await debts.getByRole("link", { name: /^Pay / }).count();
  expect(owed).toBeGreaterThan(0);

  await page.goto("/manager/billing/payment-methods");
  await payByCard(page, { number: CARDS.good, submit: "Save the card" });
  await expect(page.getByRole("list", { name: "Saved cards" })).toContainText("Visa 4242");
  const makeDefault = page.getByRole("button", { name: /^Pay with this one\s?: Visa 4242$/ });
  if (await makeDefault.isVisible()) await makeDefault.click();
  await expect(page.getByRole("main")).toContainText("Invoices are collected from Visa 4242");

  for (let left = owed; left > 0; left -= 1) {
    await page.goto("/manager/billing");
    await debts.getByRole("link", { name: /^Pay / }).first().click();
    const pay = page.getByRole("region", { name: "Payment", exact: true }).getByRole("button", { name: /^Pay €/ });
    await pay.click();
    await expect(page.getByRole("main")).toContainText(/Payment received|Paid, 2nd try/);
  }

  await page.goto("/manager/billing");
  await expect(debts).toHaveCount(0);
  await expect(page.getByRole("main")).toContainText("Active");
  const [books] = await app.sql`
    select s.status, (select count(*)::int from invoice i where i.organization_id = o.id and i.status = 'open') as open
    from organization o join subscription s on s.organization_id = o.id where o.slug = 'voria'`;
  expect(books).toEqual({ status: "active", open: 0 });
});

test("an invoice opened in two windows is paid once", async ({ as, app }) => {
  const { page, email } = await atCheckout(as, "Two windows");
  const second = await page.context().newPage();
  await second.goto(page.url());
  await payByCard(page, { number: CARDS.good, submit: "Pay €35.96" });
  await expectPaid(page);
  await payByCard(second, { number: CARDS.good, submit: "Pay €35.96" });
  await expect(second.getByRole("main")).toContainText(/Payment received|Nothing was charged|Someone changed this/);
  expect(await booksOf(app, email)).toMatchObject({ subscription: "active", issued: 1, paid: 3596 });
  const charges = await app.sql`
    select count(*)::int as n from sandbox_stripe.objects c
    where c.type = 'charge' and (c.data ->> 'paid')::boolean
      and c.data -> 'metadata' ->> 'organization_id' = (select id::text from organization where billing_email = ${email})`;
  expect(charges[0]).toEqual({ n: 1 });
});
