import type { Page } from "@playwright/test";

import { PEOPLE } from "@/e2e/fixtures/people";
import { expect, signIn, test } from "@/e2e/fixtures/test";

async function attempt(page: Page, person: { email: string; password: string }): Promise<string> {
  await page.goto("/sign-in");
  await page.getByLabel("E-mail").fill(person.email);
  await page.getByLabel("Password", { exact: true }).fill(person.password);
  await page.getByRole("button", { name: "Sign in" }).click();
  const alert = page.getByRole("main").getByRole("alert");
  await expect(alert).toBeVisible();
  return alert.innerText();
}

test("a wrong password and an unknown e-mail get the same answer, and nothing typed is lost but the password", async ({
  as,
}) => {
  const page = await as(null);
  const wrong = await attempt(page, { email: PEOPLE.trial, password: "not the password" });
  await expect(page.getByLabel("E-mail")).toHaveValue(PEOPLE.trial);
  const unknown = await attempt(page, { email: "nobody@nowhere.example", password: "not the password" });
  expect(unknown).toBe(wrong);
  expect(wrong).toContain("The email or the password is not right.");
  await expect(page).toHaveURL(/\/sign-in$/);
});

test("each role arrives at its own door", async ({ as, app }) => {
  for (const [email, path] of [
    [PEOPLE.manager, "/manager"],
    [PEOPLE.resident, "/resident"],
    [PEOPLE.superAdmin, "/admin"],
  ] as const) {
    const page = await as(null);
    await page.goto("/sign-in");
    await signIn(page, { email, password: app.password });
    await expect(page).toHaveURL(new RegExp(`${path}$`));
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  }
});

test("signing in leads back to the page that was asked for", async ({ as, app }) => {
  const page = await as(null);
  await page.goto("/manager/buildings?q=7");
  await expect(page).toHaveURL(/\/sign-in\?callbackUrl=/);
  await signIn(page, { email: PEOPLE.manager, password: app.password });
  await expect(page).toHaveURL(/\/manager\/buildings\?q=7$/);
});

test("no callbackUrl leads off our origin", async ({ as, app, complaints }) => {
  complaints.expect(/404/);
  const page = await as(null);
  const targets = [
    "//evil.test",
    "/\\evil.test",
    "/\\/evil.test",
    "/\t/evil.test",
    "https:evil.test",
    "https://evil.test",
  ];
  const odd = ["javascript:alert(1)", "/..//evil.test", "/%2f%2fevil.test", " //evil.test"];
  const addresses = [...targets, ...odd].map((target) => encodeURIComponent(target));
  for (const callbackUrl of [...addresses, "%2f%2fevil.test", "/ok&callbackUrl=//evil.test"]) {
    await page.goto(`/sign-in?callbackUrl=${callbackUrl}`);
    await signIn(page, { email: PEOPLE.manager, password: app.password });
    expect({ callbackUrl, origin: new URL(page.url()).origin }).toEqual({ callbackUrl, origin: app.baseUrl });
  }
});

test("signing out ends the session on the very next request, for a copy of the cookie too", async ({ as, app }) => {
  const page = await as(null);
  await page.goto("/sign-in");
  await signIn(page, { email: PEOPLE.manager, password: app.password });
  const cookies = await page.context().cookies();
  const cookie = cookies.map(({ name, value }) => `${name}=${value}`).join("; ");
  expect((await app.fetch("/manager/buildings", { cookie })).status).toBe(200);
  const session = cookies.find(({ name }) => name.endsWith("session-token"));
  expect(session).toMatchObject({ httpOnly: true, sameSite: "Lax" });

  await page.getByRole("button", { name: "Ελένη Μάρκου" }).click();
  await page.getByRole("menuitem", { name: "Sign out" }).click();
  await expect(page).toHaveURL(/\/sign-in$/);

  const after = await app.fetch("/manager/buildings", { cookie });
  expect(after.status).toBe(307);
  expect(after.headers.get("location")).toContain("/sign-in");
  await page.goto("/manager");
  await expect(page).toHaveURL(/\/sign-in\?callbackUrl=/);
});

test("a session that ends in the middle of a form loses nothing that was typed", async ({ as, app }) => {
  const page = await as(null);
  await page.goto("/sign-in?callbackUrl=/manager/buildings/new");
  await signIn(page, { email: PEOPLE.trial, password: app.password });
  const typed = { Name: "Οδός Ανέμων 12", Plate: "12", "Street and number": "Οδός Ανέμων 12", "Postal code": "24133" };
  for (const [label, value] of Object.entries(typed)) await page.getByLabel(label, { exact: true }).fill(value);
  await page.getByLabel("City", { exact: true }).fill("Καλαμάτα");

  await app.sql`
    update user_session set revoked_at = now()
    where user_id = (select id from user_account where email = ${PEOPLE.trial})`;
  await page.getByRole("button", { name: "Add the building" }).click();

  const dialog = page.getByRole("dialog", { name: "Your session ended" });
  await expect(dialog).toContainText("What you typed is still here.");
  await dialog.getByLabel("E-mail").fill(PEOPLE.trial);
  await dialog.getByLabel("Password", { exact: true }).fill(app.password);
  await dialog.getByRole("button", { name: "Sign in" }).click();
  await expect(dialog).toBeHidden();

  for (const [label, value] of Object.entries(typed))
    await expect(page.getByLabel(label, { exact: true })).toHaveValue(value);
  await page.getByRole("button", { name: "Add the building" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Οδός Ανέμων 12" })).toBeVisible();
});
