import { expect, test } from "vitest";
import { slugOf } from "@/lib/organizations/slug";

test.each([
  ["Ακτή Διαχείριση Ε.Ε.", "akti-diacheirisi-e-e"],
  ["  Θήβας & Ψαρών 18  ", "thivas-psaron-18"],
  ["Λόφος", "lofos"],
  ["???", ""],
  ["a".repeat(60), "a".repeat(40)],
])("%s becomes %s", (name, slug) => {
  expect(slugOf(name)).toBe(slug);
});
