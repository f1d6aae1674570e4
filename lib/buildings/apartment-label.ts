/** Capitals that look the same in both alphabets, Latin beside Greek. */
const LOOK_ALIKES = ["AΑ", "BΒ", "EΕ", "ZΖ", "HΗ", "IΙ", "KΚ", "MΜ", "NΝ", "OΟ", "PΡ", "TΤ", "YΥ", "XΧ"];

const TO_GREEK = new Map(LOOK_ALIKES.map(([latin = "", greek = ""]) => [latin, greek]));
const TO_LATIN = new Map(LOOK_ALIKES.map(([latin = "", greek = ""]) => [greek, latin]));

/**
 * A label as it is kept: the Latin A1 and the Greek Α1 on a doorbell are one flat, so a code of look-alike capitals is written in
 * Greek, or in Latin where it has a letter that only Latin has. A word with small letters stays as it was typed.
 */
export function normalizeLabel(label: string): string {
  const trimmed = label.normalize("NFC").trim().replaceAll(/\s+/g, " ");
  if (/\p{Ll}/u.test(trimmed)) return trimmed;
  const onlyLatin = Array.from(trimmed).some((letter) => /\p{Script=Latin}/u.test(letter) && !TO_GREEK.has(letter));
  const table = onlyLatin ? TO_LATIN : TO_GREEK;
  return Array.from(trimmed, (letter) => table.get(letter) ?? letter).join("");
}

const ONES = ["", "Α", "Β", "Γ", "Δ", "Ε", "ΣΤ", "Ζ", "Η", "Θ"];
const TENS = ["", "Ι", "Κ", "Λ", "Μ", "Ν", "Ξ"];

/** A number up to 69 in Greek numerals, as floors are lettered: 1 → Α, 6 → ΣΤ, 12 → ΙΒ. */
function greekNumeral(value: number): string {
  return `${TENS[Math.floor(value / 10)] ?? ""}${ONES[value % 10] ?? ""}`;
}

/** How the labels of a floor begin: Α for the first, ΙΣ for the ground floor (ισόγειο), Υ for the basement (υπόγειο), ΥΒ below it. */
export function floorPrefix(floor: number): string {
  if (floor > 0) return greekNumeral(floor);
  if (floor === 0) return "ΙΣ";
  return floor === -1 ? "Υ" : `Υ${greekNumeral(-floor)}`;
}

/** The labels of a range of floors with as many apartments each: Α1, Α2, Β1, Β2. Floors from low to high. */
export function labelsOfRange(range: {
  fromFloor: number;
  toFloor: number;
  perFloor: number;
}): { floor: number; label: string }[] {
  const floors = Array.from({ length: range.toFloor - range.fromFloor + 1 }, (_, at) => range.fromFloor + at);
  return floors.flatMap((floor) =>
    Array.from({ length: range.perFloor }, (_, at) => ({ floor, label: `${floorPrefix(floor)}${at + 1}` })),
  );
}
