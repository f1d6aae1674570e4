import { z } from "zod";
import { INTERVALS } from "@/lib/core/calendar";

/** Choosing a plan: the same schema for the form, the action and the API. */
export const startSubscriptionSchema = z.strictObject({
  planVersionId: z.uuid(),
  interval: z.enum(INTERVALS),
  withTrial: z.stringbool().default(false),
});

export const CANCEL_REASONS = [
  "too_expensive",
  "missing_features",
  "switching",
  "fewer_buildings",
  "support",
  "other",
] as const;

export const cancelSubscriptionSchema = z.strictObject({
  subscriptionId: z.uuid(),
  reason: z.enum(CANCEL_REASONS),
  comment: z.string().trim().max(1000).default(""),
});

export const undoCancelSchema = z.strictObject({ subscriptionId: z.uuid() });
