import { describe, expect, it } from "vitest";
import { detectLocale } from "./detect-locale";

describe("detectLocale", () => {
  it.each([
    [{ path: "en", cookie: "el", acceptLanguage: "el" }, "en"],
    [{ path: "manager", cookie: "en" }, "en"],
    [{ cookie: "fr", acceptLanguage: "fr-FR, en-GB;q=0.8, el;q=0.9" }, "el"],
    [{ acceptLanguage: "de, en;q=0.5" }, "en"],
    [{ acceptLanguage: "en;q=0, el;q=0.1" }, "el"],
    [{ acceptLanguage: "de" }, "el"],
    [{ acceptLanguage: ";;q=,,," }, "el"],
    [{}, "el"],
  ])("%o is answered in %s", (from, locale) => {
    expect(detectLocale(from)).toBe(locale);
  });
});
