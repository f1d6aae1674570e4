import { assertNever } from "@/lib/core/assert";
import { decimal } from "@/lib/core/decimal";

/** boolean: on or off · number: a limit and what happens at it · unlimited: no limit. */
export const ENTITLEMENT_KINDS = ["boolean", "number", "unlimited"] as const;

/** At the limit: soft warns, hard refuses, overage allows and bills. */
export const ENTITLEMENT_BEHAVIOURS = ["soft", "hard", "overage"] as const;

export type EntitlementBehaviour = (typeof ENTITLEMENT_BEHAVIOURS)[number];

export type Entitlement =
  | { feature: string; kind: "boolean"; enabled: boolean }
  | { feature: string; kind: "number"; limit: string; behaviour: EntitlementBehaviour }
  | { feature: string; kind: "unlimited" };

/** Whether a plan gives the feature at all: a switch that is on, or a limit above zero. */
export function isEntitled(entitlement: Entitlement | undefined): boolean {
  if (!entitlement) return false;
  switch (entitlement.kind) {
    case "boolean":
      return entitlement.enabled;
    case "number":
      return decimal(entitlement.limit).greaterThan(0);
    case "unlimited":
      return true;
    default:
      return assertNever(entitlement);
  }
}
