import { z } from "zod";

import { isDecimalString } from "@/lib/core/decimal";

/** A decimal as a string in plain notation, e.g. "-0.25". */
export const decimalSchema = z.string().refine(isDecimalString, "invalid_decimal");

/** A decimal string that is not below zero. */
export const nonNegativeDecimalSchema = decimalSchema.refine((value) => !value.startsWith("-"), "negative_decimal");

/** A decimal string above zero. */
export const positiveDecimalSchema = nonNegativeDecimalSchema.refine((value) => /[1-9]/.test(value), "zero_decimal");
