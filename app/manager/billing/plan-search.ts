import type { PlanBilling } from "@/components/billing/plan-offer";

/** What an address may say about the plan one wants: which, and how it is paid. */
export type PlanSearch = { plan?: string | string[]; billing?: string | string[] };

const BILLINGS: readonly PlanBilling[] = ["month", "quarter", "year"];

/** Reads it; what is not on offer falls back to a month and no plan in particular. */
export function planSearch(search: PlanSearch): { plan: string | null; billing: PlanBilling } {
  const billing = BILLINGS.find((one) => one === search.billing) ?? "month";
  return { plan: typeof search.plan === "string" ? search.plan : null, billing };
}
