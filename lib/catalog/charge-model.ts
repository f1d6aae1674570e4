import { z } from "zod";

import { decimal } from "@/lib/core/decimal";
import { decimalSchema, nonNegativeDecimalSchema, positiveDecimalSchema } from "@/lib/core/decimal-schema";

/** How a quantity becomes money. Every price is a decimal string in major units; `upTo` is inclusive, null is open. */
export const CHARGE_MODELS = [
  "flat",
  "per_unit",
  "package",
  "graduated",
  "volume",
  "percentage",
  "graduated_percentage",
  "dynamic",
] as const;

export type ChargeModelName = (typeof CHARGE_MODELS)[number];

/** Bounds rise, and only the last may be open; without an open one a larger quantity is refused. */
function boundsRise(tiers: readonly { upTo: string | null }[]): boolean {
  return tiers.every(({ upTo }, index) => {
    const before = tiers[index - 1]?.upTo;
    if (index > 0 && before === null) return false;
    return upTo === null || decimal(upTo).greaterThan(before ?? "0");
  });
}

const upToSchema = positiveDecimalSchema.nullable();

const priceTierSchema = z.strictObject({
  upTo: upToSchema,
  unitPrice: decimalSchema,
  /** Due once when a quantity above zero reaches the tier. */
  flatFee: decimalSchema.default("0"),
});

const percentTierSchema = z.strictObject({
  upTo: upToSchema,
  /** In percent: "2.9". */
  rate: decimalSchema,
  flatFee: decimalSchema.default("0"),
});

const tiersSchema = z.array(priceTierSchema).min(1).refine(boundsRise, "tier_bounds");

const tieredShape = {
  tiers: tiersSchema,
  /** The unit price is for a block of so many units, rounded up before the tier is chosen. */
  blockSize: positiveDecimalSchema.default("1"),
};

export const chargeModelSchema = z.discriminatedUnion("model", [
  z.strictObject({ model: z.literal("flat"), amount: decimalSchema }),
  z.strictObject({ model: z.literal("per_unit"), unitPrice: decimalSchema }),
  z.strictObject({
    model: z.literal("package"),
    packageSize: positiveDecimalSchema,
    packagePrice: decimalSchema,
    freeUnits: nonNegativeDecimalSchema.default("0"),
  }),
  z.strictObject({ model: z.literal("graduated"), ...tieredShape }),
  z.strictObject({ model: z.literal("volume"), ...tieredShape }),
  z.strictObject({
    model: z.literal("percentage"),
    rate: decimalSchema,
    fixedFee: decimalSchema.default("0"),
    freeEvents: z.int().min(0).default(0),
    freeAmount: nonNegativeDecimalSchema.default("0"),
    minimumPerEvent: decimalSchema.nullable().default(null),
    maximumPerEvent: decimalSchema.nullable().default(null),
  }),
  z.strictObject({
    model: z.literal("graduated_percentage"),
    tiers: z.array(percentTierSchema).min(1).refine(boundsRise, "tier_bounds"),
  }),
  z.strictObject({ model: z.literal("dynamic") }),
]);

export type ChargeModel = z.infer<typeof chargeModelSchema>;

export type ChargeModelOf<Name extends ChargeModelName> = Extract<ChargeModel, { model: Name }>;

export type PriceTier = z.infer<typeof priceTierSchema>;

/**
 * How one part of a quantity was priced; a tier, a package count, a rate. The amounts of the steps sum to the price.
 * `unitPrice` is in major units, or in percent where `isPercent`; `units` counts blocks or packages where there are some.
 */
export const ratingStepSchema = z.strictObject({
  from: z.string(),
  to: z.string().nullable(),
  units: z.string(),
  unitPrice: z.string(),
  flatFee: z.string(),
  isPercent: z.boolean(),
  amount: z.string(),
});

export type RatingStep = z.infer<typeof ratingStepSchema>;
