import { demoRows } from "@/e2e/fixtures/pages";
import { PEOPLE } from "@/e2e/fixtures/people";
import { expect, test } from "@/e2e/fixtures/test";

test("a building over the plan's limit is refused with the limit, and the larger plans are one press away", async ({
  as,
  app,
}) => {
  const page = await as(PEOPLE.free, { locale: "el" });
  await page.goto("/manager/buildings/new");
  for (const [label, value] of [
    ["Όνομα", "Ένα ακόμη"],
    ["Πινακίδα", "2"],
    ["Οδός και αριθμός", "Οδός Ορίου 2"],
    ["Ταχ. κώδικας", "38221"],
    ["Πόλη", "Βόλος"],
  ] as const)
    await page.getByLabel(label, { exact: true }).fill(value);
  await page.getByRole("button", { name: "Προσθήκη του κτιρίου" }).click();

  const alert = page.getByRole("main").getByRole("alert");
  await expect(alert).toContainText("Το Δωρεάν επιτρέπει 1 κτίριο και έχετε 1. Δεν αποθηκεύτηκε τίποτα.");
  await expect(page.getByLabel("Όνομα", { exact: true })).toHaveValue("Ένα ακόμη");
  const [count] = await app.sql`
    select count(*)::int as n from building b join organization o on o.id = b.organization_id where o.slug = 'mikri-polykatoikia'`;
  expect(count).toEqual({ n: 1 });

  await alert.getByRole("link", { name: "Σύγκριση πακέτων" }).click();
  await expect(page).toHaveURL(/\/manager\/billing\/plans/);
  await expect(page.getByRole("main")).toContainText("Starter");
});

test("apartments over a hard limit are refused as a whole", async ({ as, app }) => {
  const rows = await demoRows(app.sql, "mikri-polykatoikia");
  const page = await as(PEOPLE.free);
  await page.goto(`/manager/buildings/${rows.building}/apartments/new?many=1`);
  await page.getByLabel("From floor").fill("2");
  await page.getByLabel("To floor").fill("3");
  await page.getByLabel("On each floor").fill("4");
  await page.getByRole("button", { name: "Add 8 apartments" }).click();
  await expect(page.getByRole("main").getByRole("alert")).toContainText("allows 5 apartments and you have 5.");
  const [count] = await app.sql`select count(*)::int as n from apartment where building_id = ${rows.building}`;
  expect(count).toEqual({ n: 5 });
});

test("negative, fractional and absurd counts get a sentence at their field, and nothing is changed", async ({
  as,
  app,
}) => {
  const rows = await demoRows(app.sql);
  const count = () => app.sql`select count(*)::int as n from apartment where organization_id = ${rows.customer}`;
  const [before] = await count();
  const page = await as(PEOPLE.manager);
  await page.goto(`/manager/buildings/${rows.building}/apartments/new?many=1`);
  const field = page.getByLabel("On each floor");

  for (const [typed, sentence] of [
    ["-3", "At least 1."],
    ["0", "At least 1."],
    ["2.5", "Write a whole number."],
    ["51", "At most 50."],
    ["1e9", "At most 50."],
    ["", "Fill this in."],
  ] as const) {
    await page.getByLabel("From floor").fill("40");
    await page.getByLabel("To floor").fill("41");
    await field.fill(typed);
    await page.getByRole("button", { name: "Add the apartments" }).click();
    await expect(field).toHaveAccessibleDescription(new RegExp(sentence.replace(".", "\\.")));
    await expect(field).toHaveAttribute("aria-invalid", "true");
    await expect(page.getByRole("main").getByRole("alert")).toContainText("One field needs a correction");
    await expect(page.getByLabel("From floor")).toHaveValue("40");
  }
  await page.getByLabel("From floor").fill("9");
  await page.getByLabel("To floor").fill("1");
  await field.fill("2");
  await page.getByRole("button", { name: "Add the apartments" }).click();
  await expect(page.getByLabel("To floor")).toHaveAccessibleDescription(/The last floor lies below the first\./);
  expect((await count())[0]).toEqual(before);
});

test("an empty form names every field that is missing, keeps the rest, and leads to each", async ({ as }) => {
  const page = await as(PEOPLE.manager);
  await page.goto("/manager/buildings/new");
  await page.getByLabel("City", { exact: true }).fill("Αθήνα");
  await page.getByRole("button", { name: "Add the building" }).click();
  const alert = page.getByRole("main").getByRole("alert");
  await expect(alert).toContainText("4 fields need a correction");
  await expect(alert).toBeFocused();
  await expect(page.getByLabel("City", { exact: true })).toHaveValue("Αθήνα");
  await alert.getByRole("button", { name: /^Plate/ }).click();
  await expect(page.getByLabel("Plate", { exact: true })).toBeFocused();
});

test("an invoice's address that is no id at all is not found, politely and within the shell", async ({
  as,
  complaints,
}) => {
  complaints.expect(/status of 404/);
  const page = await as(PEOPLE.manager);
  for (const id of ["1", "not-an-id", "%00", "..%2f..%2fadmin", "a".repeat(3000)]) {
    const response = await page.goto(`/manager/billing/invoices/${id}`);
    expect({ id: id.slice(0, 20), status: response?.status() }).toEqual({ id: id.slice(0, 20), status: 404 });
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("No bell answers at this address.");
  }
});
