import { describe, expect, it } from "vitest";

import { floorPrefix, labelsOfRange, normalizeLabel } from "@/lib/buildings/apartment-label";

const LATIN_A1 = "A1";
const GREEK_A1 = "Α1";

describe("normalizeLabel", () => {
  it("takes look-alike letters of either alphabet for the same flat", () => {
    expect(LATIN_A1).not.toBe(GREEK_A1);
    expect(normalizeLabel(LATIN_A1)).toBe(GREEK_A1);
    expect(normalizeLabel(` ${GREEK_A1} `)).toBe(GREEK_A1);
  });

  it("writes a code in Latin when it has a letter that only Latin has", () => {
    expect(normalizeLabel("ΑS1")).toBe("AS1");
    expect(normalizeLabel("S1")).toBe("S1");
  });

  it("writes a code in Greek when it has a letter that only Greek has", () => {
    expect(normalizeLabel("AΣ 2")).toBe("ΑΣ 2");
  });

  it("leaves words and their spelling alone", () => {
    expect(normalizeLabel("  Κατάστημα   A ")).toBe("Κατάστημα A");
    expect(normalizeLabel("Shop B")).toBe("Shop B");
  });

  it("is the same when done twice", () => {
    for (const label of ["A1", "AS1", "AΣ1", "SΣ1", "Shop 1", "24"]) {
      expect(normalizeLabel(normalizeLabel(label))).toBe(normalizeLabel(label));
    }
  });
});

describe("labels of a range", () => {
  it("letters the floors as doorbells do", () => {
    expect([-2, -1, 0, 1, 2, 3, 6, 10, 12, 16, 60].map(floorPrefix)).toEqual([
      "ΥΒ",
      "Υ",
      "ΙΣ",
      "Α",
      "Β",
      "Γ",
      "ΣΤ",
      "Ι",
      "ΙΒ",
      "ΙΣΤ",
      "Ξ",
    ]);
  });

  it("numbers the apartments of each floor", () => {
    expect(labelsOfRange({ fromFloor: 0, toFloor: 1, perFloor: 2 })).toEqual([
      { floor: 0, label: "ΙΣ1" },
      { floor: 0, label: "ΙΣ2" },
      { floor: 1, label: "Α1" },
      { floor: 1, label: "Α2" },
    ]);
  });

  it("gives every apartment from the deepest cellar to the highest floor a label of its own, already normal", () => {
    const labels = labelsOfRange({ fromFloor: -5, toFloor: 60, perFloor: 12 }).map(({ label }) => label);
    expect(new Set(labels).size).toBe(66 * 12);
    expect(labels.map(normalizeLabel)).toEqual(labels);
  });
});
