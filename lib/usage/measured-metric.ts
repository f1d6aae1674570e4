/** The metrics we measure in our own tables; each is also the name of the limit it is held against. */
export const MEASURED_METRICS = ["buildings", "apartments", "users", "storage_gb"] as const;

export type MeasuredMetric = (typeof MEASURED_METRICS)[number];

/** A storage room or a parking space comes with a home: it is kept on the books, but no plan counts it. */
export const UNCOUNTED_APARTMENT_KINDS = ["storage", "parking"] as const;

/** Whether an apartment of this kind counts towards the plan's apartments. */
export function countsAsApartment(kind: string): boolean {
  return !(UNCOUNTED_APARTMENT_KINDS as readonly string[]).includes(kind);
}

/** The people a plan counts: those who work for the organization. Residents are free. */
export const COUNTED_ROLES = ["owner", "manager", "staff"] as const;

/** A gigabyte as it is sold: 10^9 bytes, decimals counted. */
export const BYTES_PER_GIGABYTE = 1_000_000_000;
