/** draft: not sold yet · active: sold · archived: kept for those who have it. Being public is a separate flag. */
export const PLAN_STATUSES = ["draft", "active", "archived"] as const;

export type PlanStatus = (typeof PLAN_STATUSES)[number];
