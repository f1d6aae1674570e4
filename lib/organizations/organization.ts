/** For life: a test organization never becomes a live one. */
export const ORGANIZATION_MODES = ["live", "test"] as const;
export type OrganizationMode = (typeof ORGANIZATION_MODES)[number];

/** What an organization's plate says: its first letter, a capital without an accent. */
export function organizationInitial(name: string): string {
  const [first = "?"] = name.trim().normalize("NFD");
  return first.toUpperCase();
}
