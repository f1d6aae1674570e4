export const TEST_CLOCK_STATUSES = ["ready", "advancing", "failed"] as const;
export type TestClockStatus = (typeof TEST_CLOCK_STATUSES)[number];
