import type { Localized } from "@/lib/core/locale";

/** draft: not sold yet · active: sold · archived: kept for those who have it. Being public is a separate flag. */
export const PLAN_STATUSES = ["draft", "active", "archived"] as const;

export type PlanStatus = (typeof PLAN_STATUSES)[number];

/** What of a plan others show: the name a customer knows and the version that fixes what it means. */
export type PlanVersionName = { planName: Localized; planVersion: number };

/** Whether a new customer may take the plan without a super-admin's help. */
export function isPurchasable(plan: { status: PlanStatus; isPublic: boolean }): boolean {
  return plan.status === "active" && plan.isPublic;
}
