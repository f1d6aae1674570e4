const SHAPE = /^[A-Z]{2}\d{2}[A-Z0-9]{11,30}$/;

/** Lengths by country where ours are likely to be (ISO 13616 registry); others are taken by their check digits alone. */
const LENGTHS: Record<string, number> = { GR: 27, CY: 28, DE: 22, FR: 27, IT: 27, NL: 18, BG: 22, RO: 24, GB: 22 };

/** Without the spaces it is printed with, in capitals. */
export function normalizeIban(text: string): string {
  return text.replaceAll(/\s+/g, "").toUpperCase();
}

/** Whether an IBAN without spaces has its country's length and its check digits are right (ISO 7064, modulo 97 is 1). */
export function isIban(iban: string): boolean {
  if (!SHAPE.test(iban)) return false;
  const length = LENGTHS[iban.slice(0, 2)];
  if (length !== undefined && iban.length !== length) return false;

  const rearranged = `${iban.slice(4)}${iban.slice(0, 4)}`;
  const digits = rearranged.replaceAll(/[A-Z]/g, (letter) => String(letter.charCodeAt(0) - 55));
  let rest = 0;
  for (const digit of digits) rest = (rest * 10 + Number(digit)) % 97;
  return rest === 1;
}
