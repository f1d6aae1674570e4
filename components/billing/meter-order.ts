/** The order in which meters stand, the same on every page; metrics of other catalogues come first, as they are. */
export const METER_ORDER: readonly string[] = ["buildings", "apartments", "users", "api_calls", "storage_gb"];
