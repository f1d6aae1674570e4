export const OCCUPANCY_KINDS = ["owner", "tenant"] as const;
export type OccupancyKind = (typeof OCCUPANCY_KINDS)[number];
