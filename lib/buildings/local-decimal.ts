const WHOLE = /^\d+$/;
const GREEK = /^(\d+|\d{1,3}(\.\d{3})+),\d{1,2}$/;
const ENGLISH = /^(\d+|\d{1,3}(,\d{3})+)\.\d{1,2}$/;

/**
 * A decimal of at most two places as people write it, Greek (`1.234,5`) or English (`1,234.5`), in plain notation. Null for
 * anything else, also for `1.234`, which one reader takes for twelve hundred and another for one and a bit.
 */
export function parseLocalDecimal(text: string): string | null {
  const digits = text.trim().replaceAll(/[\u00a0\u202f ]/g, "");
  if (WHOLE.test(digits)) return plain(digits);
  if (GREEK.test(digits)) return plain(digits.replaceAll(".", "").replace(",", "."));
  if (ENGLISH.test(digits)) return plain(digits.replaceAll(",", ""));
  return null;
}

function plain(digits: string): string {
  const [whole = "", fraction = ""] = digits.split(".");
  const trimmed = fraction.replace(/0+$/, "");
  const integer = whole.replace(/^0+(?=\d)/, "");
  return trimmed === "" ? integer : `${integer}.${trimmed}`;
}
