/** For life: a test organization never becomes a live one. */
export const ORGANIZATION_MODES = ["live", "test"] as const;
export type OrganizationMode = (typeof ORGANIZATION_MODES)[number];
