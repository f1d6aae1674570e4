/** The series an invoice is counted in, and how its number begins. A test clock has a series of its own. */
export function invoiceSeries(
  issuer: { numberPrefix: string },
  clockCode: string | null,
): { series: string; prefix: string } {
  if (clockCode === null) return { series: "invoice", prefix: issuer.numberPrefix };
  return { series: `invoice/${clockCode}`, prefix: `${issuer.numberPrefix}-${clockCode}` };
}

/** The short code of a test clock: dates run backwards between clocks, so none may share a series with another. */
export function clockCode(testClockId: string | null): string | null {
  return testClockId === null ? null : testClockId.slice(-4).toUpperCase();
}
