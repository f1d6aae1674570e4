import { PEOPLE } from "@/e2e/fixtures/people";
import { expect, test } from "@/e2e/fixtures/test";

test("a resident finds their home and its noticeboard, in their language, on a phone", async ({ as, app }) => {
  const [home] = await app.sql<
    { address: string; label: string; title: string; contact: string; organization: string }[]
  >`
    select b.address_line as address, a.label, o.name as organization, o.billing_email as contact,
      (select title from announcement n where n.building_id = b.id order by n.published_at desc limit 1) as title
    from user_account u join occupancy x on x.user_id = u.id join apartment a on a.id = x.apartment_id
      join building b on b.id = a.building_id join organization o on o.id = b.organization_id
    where u.email = ${PEOPLE.resident} limit 1`;
  if (!home) throw new Error("the demo's resident lives nowhere");

  const page = await as(PEOPLE.resident, { width: 390, height: 844 });
  await page.goto("/resident");
  const main = page.getByRole("main");
  await expect(main).toContainText(home.address);
  await expect(main).toContainText(home.label);
  await expect(main.getByRole("region", { name: "Announcements" })).toContainText(home.title);

  await page.getByRole("link", { name: home.title }).first().click();
  await expect(page.getByRole("heading", { level: 1, name: home.title })).toBeVisible();
  await page.getByRole("navigation").getByRole("link", { name: "Announcements" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Announcements" })).toBeVisible();
  await page.getByRole("navigation").getByRole("link", { name: "More" }).click();
  await expect(page.getByRole("main")).toContainText(PEOPLE.resident);

  const greek = await as(PEOPLE.resident, { locale: "el" });
  await greek.goto("/resident/announcements");
  await expect(greek.getByRole("heading", { level: 1, name: "Ανακοινώσεις" })).toBeVisible();
});

test("the managers' and the business desk's doors do not open to a resident, who is told so in the same words", async ({
  as,
  complaints,
}) => {
  complaints.expect(/status of 404/);
  const page = await as(PEOPLE.resident);
  for (const path of ["/manager", "/manager/billing", "/manager/buildings", "/admin", "/admin/customers"]) {
    const response = await page.goto(path);
    expect({ path, status: response?.status() }).toEqual({ path, status: 404 });
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("No bell answers at this address.");
  }
});
