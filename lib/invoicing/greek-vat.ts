const DIGITS = /^\d{9}$/;

/**
 * Whether nine digits are a Greek tax number (ΑΦΜ): the first eight, weighted 256 down to 2, modulo 11 and then 10, give the
 * last. All zeros would pass the sum and are nobody's.
 */
export function isGreekVatNumber(digits: string): boolean {
  if (!DIGITS.test(digits) || digits === "000000000") return false;
  const weighed = [8, 7, 6, 5, 4, 3, 2, 1].map((power, index) => Number(digits[index]) * 2 ** power);
  const sum = weighed.reduce((total, part) => total + part, 0);
  return (sum % 11) % 10 === Number(digits[8]);
}
