import type { Page } from "@playwright/test";

import { axeViolations } from "@/e2e/fixtures/axe";
import { demoRows, PAGES } from "@/e2e/fixtures/pages";
import { expect, type Look, test } from "@/e2e/fixtures/test";

test.describe.configure({ mode: "parallel" });

const NARROW = { width: 360, height: 780 };

/** Both themes and both languages, each of them once wide and once on a small phone. */
const LOOKS: Look[] = [
  { theme: "light", locale: "en" },
  { theme: "light", locale: "el", ...NARROW },
  { theme: "dark", locale: "en", ...NARROW },
  { theme: "dark", locale: "el" },
];

/** How far a page reaches beyond the screen's edge, and the outermost thing that does. */
async function overflow(page: Page): Promise<string> {
  return page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    if (scrollWidth <= clientWidth) return "";
    const isClipped = (element: Element): boolean => {
      const parent = element.parentElement;
      if (parent === null || parent === document.body) return false;
      return getComputedStyle(parent).overflowX !== "visible" || isClipped(parent);
    };
    const widest = [...document.body.querySelectorAll("*")]
      .filter((element) => !isClipped(element))
      .toSorted((a, b) => b.getBoundingClientRect().right - a.getBoundingClientRect().right)
      .at(0);
    return `${scrollWidth - clientWidth}px by <${widest?.tagName} class="${widest?.className}">`;
  });
}

for (const { pattern, who, path } of PAGES) {
  test(`${pattern} meets WCAG 2.2 AA`, async ({ app, as }) => {
    const rows = await demoRows(app.sql);
    for (const look of LOOKS) {
      const page = await as(who, look);
      await page.goto(path(rows));
      await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
      await expect(page.locator("[aria-busy=true]")).toHaveCount(0);

      const html = page.locator("html");
      await expect(html).toHaveAttribute("lang", look.locale ?? "");
      expect(await html.evaluate((element) => getComputedStyle(element).colorScheme)).toContain(look.theme);
      expect(await page.title()).toMatch(/\p{L}.+New Concierge|^New Concierge/u);
      expect({ look, overflow: await overflow(page) }).toEqual({ look, overflow: "" });
      expect({ look, violations: await axeViolations(page) }).toEqual({ look, violations: [] });
      await page.context().close();
    }
  });
}
