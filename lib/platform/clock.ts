import "server-only";

/** The wall clock. Billing instants of a test organization come from its own clock: lib/organizations/queries/organization-now. */
export const clock = { now: (): Date => new Date() };
