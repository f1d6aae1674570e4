import { describe, expect, test } from "vitest";
import { type MailTemplateName, type MailTemplates, type RenderedMail, renderMail } from "@/emails/render-mail";
import { PAID_INVOICE, sampleProps } from "@/emails/sample-props";
import { calendarDate } from "@/lib/core/calendar";
import { LOCALES, type Locale } from "@/lib/core/locale";
import { amountMinor } from "@/lib/core/money";
import el from "@/messages/el/mail.json";
import en from "@/messages/en/mail.json";

const NAMES: MailTemplateName[] = ["invoice-issued", "payment-confirmed", "payment-failed", "welcome"];

/** The text a reader of the HTML sees. */
function visible(html: string): string {
  return html
    .replace(/<(style|title)[\s\S]*?<\/\1>/g, "")
    .replaceAll(/<!--.*?-->/g, "")
    .replaceAll(/<[^>]+>/g, " ")
    .replaceAll(/\s+/g, " ");
}

function render<Name extends MailTemplateName>(name: Name, locale: Locale, change: Partial<MailTemplates[Name]> = {}) {
  return renderMail(name, { ...sampleProps(locale)[name], ...change });
}

function keysOf(messages: object, path = ""): string[] {
  return Object.entries(messages).flatMap(([key, value]) =>
    typeof value === "string" ? [`${path}${key}`] : keysOf(value as object, `${path}${key}.`),
  );
}

const cases = NAMES.flatMap((name) => LOCALES.map((locale) => ({ name, locale })));

describe.each(cases)("$name in $locale", ({ name, locale }) => {
  test("has a subject, both parts and no unresolved message", async () => {
    const { subject, html, text } = await render(name, locale);
    expect(subject.length).toBeGreaterThan(5);
    expect(html).toContain(`lang="${locale}"`);
    expect(text).toContain("https://newconcierge.example/");
    for (const part of [subject, visible(html), text]) {
      expect(part).not.toMatch(/undefined|\[object|NaN|[{}]|<\/?b>/);
      for (const key of keysOf(en).filter((candidate) => candidate.includes("."))) expect(part).not.toContain(key);
    }
  });

  test("leads nowhere but to us", async () => {
    const { html, text } = await render(name, locale);
    const addresses = [...html.matchAll(/(?:href|src)="([^"]*)"/g), ...text.matchAll(/(https?:\S+)/g)];
    expect(addresses.length).toBeGreaterThan(2);
    for (const [, address] of addresses) expect(address).toMatch(/^https:\/\/newconcierge\.example\//);
    expect(html).not.toMatch(/url\(|@import|<script|<link|<svg/);
  });

  test("carries the word TEST only in the sandbox", async () => {
    const live = await render(name, locale);
    const sandbox = await render(name, locale, { test: true });
    for (const part of ["subject", "html", "text"] satisfies (keyof RenderedMail)[]) {
      expect(sandbox[part]).toContain("TEST");
      expect(live[part]).not.toContain("TEST");
    }
  });
});

test("both languages have the same messages", () => {
  expect(keysOf(el).toSorted()).toEqual(keysOf(en).toSorted());
});

describe("payment-failed", () => {
  test("says what happened, what it means, the sum and the dated steps", async () => {
    const { subject, html, text } = await render("payment-failed", "el");
    expect(subject).toBe("Η πληρωμή των 35,96\u00a0€ δεν ολοκληρώθηκε (NC-2026-001201)");
    for (const part of [visible(html).replaceAll(/ ([.,])/g, "$1"), text]) {
      const words = part.replaceAll(/\s+/g, " ");
      expect(words).toContain(
        "Η τράπεζα δεν ενέκρινε τη χρέωση των 35,96 €. Δεν άλλαξε τίποτα στον λογαριασμό σας.".replaceAll(/\s/g, " "),
      );
      expect(words).toContain("Έως τις 8 Νοεμβρίου η ομάδα σας εργάζεται κανονικά.");
      expect(words).toContain("Μετά τις 8 Νοεμβρίου οι διαχειριστές βλέπουν χωρίς να αλλάζουν.");
      expect(words).toContain("Κάρτα Mastercard 0341, απάντηση τράπεζας: ανεπαρκές υπόλοιπο.");
    }
    expect(text).toContain("- 4 Νοεμβρίου: Δοκιμή\n- 6 Νοεμβρίου: Δοκιμή\n- 8 Νοεμβρίου: Τελευταία");
    expect(html).toContain("https://newconcierge.example/pay/token");
  });

  test("promises no retry where none will come", async () => {
    const { text } = await render("payment-failed", "en", { retryOn: [] });
    expect(text).toContain("We will not try again by ourselves");
    expect(text).not.toContain("What happens next");
  });

  test("the first of a month takes its own article in Greek", async () => {
    const { text } = await render("payment-failed", "el", { retryOn: [calendarDate("2026-12-01")] });
    expect(text).toContain("Έως την 1 Δεκεμβρίου");
    expect(text).toContain("Μετά την 1 Δεκεμβρίου");
  });

  test("asks for what is left after a credit, and shows the credit", async () => {
    const { invoice } = sampleProps("en")["payment-failed"];
    const { subject, text } = await render("payment-failed", "en", {
      invoice: { ...invoice, creditAppliedMinor: amountMinor(596), dueMinor: amountMinor(3000) },
    });
    expect(subject).toContain("€30.00");
    expect(text).toMatch(/Credit \.+ −€5\.96/);
    expect(text).toMatch(/To pay \.+ €30\.00/);
  });
});

describe("invoice-issued", () => {
  test("asks to pay where the card is not charged by itself", async () => {
    const { text } = await render("invoice-issued", "en", {
      collection: { by: "customer", dueOn: calendarDate("2026-11-15") },
      hasPdf: false,
    });
    expect(text).toContain("Pay it by 15 November, by card or by bank transfer.");
    expect(text).toContain("Pay €35.96:\nhttps://newconcierge.example/pay/token");
    expect(text).not.toContain("attached");
  });

  test("asks for nothing where nothing is due", async () => {
    const { text } = await render("invoice-issued", "el", { invoice: PAID_INVOICE });
    expect(text).toContain("Δεν οφείλετε τίποτα");
    expect(text).not.toContain("/pay/");
  });

  test("a long invoice keeps its first lines and sums the rest", async () => {
    const { invoice } = sampleProps("en")["invoice-issued"];
    const lines = Array.from({ length: 12 }, (_, index) => ({
      label: { el: `Κτίριο ${index + 1}`, en: `Building ${index + 1}` },
      amountMinor: amountMinor(100),
    }));
    const totals = { totalMinor: amountMinor(1896), dueMinor: amountMinor(1896) };
    const { text } = await render("invoice-issued", "en", { invoice: { ...invoice, lines, ...totals } });
    expect(text).toMatch(/Building 7 \.+ €1\.00\n5 more lines \.+ €5\.00\nVAT/);
  });
});

test("payment-confirmed tells a part payment from the whole", async () => {
  const { text } = await render("payment-confirmed", "en", {
    amountMinor: amountMinor(1000),
    invoice: { ...PAID_INVOICE, paidMinor: amountMinor(1000), dueMinor: amountMinor(2596) },
  });
  expect(text).toContain("We received €10.00.");
  expect(text).toContain("€25.96 of invoice NC-2026-001201 remain.");
});

test("welcome without a trial promises no dates", async () => {
  const { trial: _, ...props } = sampleProps("en").welcome;
  const { text } = await renderMail("welcome", props);
  expect(text).toContain("Begin by adding the first building.");
  expect(text).not.toContain("What happens next");
});

describe("what is refused", () => {
  test("a line break in the subject", async () => {
    const { invoice } = sampleProps("en")["invoice-issued"];
    const forged = { invoice: { ...invoice, number: "NC-1\r\nBcc: victim@example.com" } };
    await expect(render("invoice-issued", "en", forged)).rejects.toMatchObject({ code: "invalid_input" });
  });

  test.each(["https://evil.example/pay", "//evil.example/pay", "javascript:alert(1)", "\\\\evil.example"])(
    "an address of another host: %s",
    async (payPath) => {
      await expect(render("payment-failed", "en", { payPath })).rejects.toMatchObject({ code: "invalid_input" });
    },
  );

  test("amounts that do not add up", async () => {
    const { invoice } = sampleProps("en")["payment-failed"];
    await expect(
      render("payment-failed", "en", { invoice: { ...invoice, totalMinor: amountMinor(3597) } }),
    ).rejects.toThrow("do not add up");
  });

  test("markup in a name is text", async () => {
    const { html } = await render("welcome", "en", { personName: '<img src="https://evil.example/x">' });
    expect(html).not.toContain('<img src="https://evil');
    expect(html).toContain("&lt;img");
  });
});
