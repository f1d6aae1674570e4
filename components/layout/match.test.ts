import { describe, expect, it } from "vitest";
import { matchScore, splitAtMatch } from "./match";

describe("matchScore", () => {
  it.each([
    ["Καλλιδρομίου 18", "καλλ", 1],
    ["Καλλιδρομίου 18", "18 καλλιδρομιου", 1],
    ["Οδός Αθηνάς", "οδοσ", 1],
    ["Καλλιδρομίου 18", "δρομ", 0.5],
    ["Καλλιδρομίου 18", "σολ", 0],
    ["Anything", "", 1],
  ])("%s for “%s” scores %d", (value, search, score) => {
    expect(matchScore(value, search)).toBe(score);
  });
});

describe("splitAtMatch", () => {
  it("keeps the accents of the label", () => {
    expect(splitAtMatch("Καλλιδρομίου 18", "μιου")).toEqual(["Καλλιδρο", "μίου", " 18"]);
  });

  it("gives the whole label back without a match", () => {
    expect(splitAtMatch("Solonos 61", "lift")).toEqual(["Solonos 61", "", ""]);
  });
});
