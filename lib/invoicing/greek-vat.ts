const DIGITS = /^\d{9}$/;

/**
 * Whether nine digits are a Greek tax number (ΑΦΜ): the first eight, weighted 256 down to 2, modulo 11 and then 10, give the
 * last. All zeros would pass the sum and are nobody's.
 */
export function isGreekVatNumber(digits: string): boolean {
  if (!DIGITS.test(digits) || digits === "000000000") return false;
  const sum = [...digits.slice(0, 8)].reduce((total, digit, index) => total + Number(digit) * 2 ** (8 - index), 0);
  return (sum % 11) % 10 === Number(digits[8]);
}
