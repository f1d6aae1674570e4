import { z } from "zod";

import { chargeModelSchema } from "@/lib/catalog/charge-model";
import { ENTITLEMENT_BEHAVIOURS } from "@/lib/catalog/entitlement";
import { AGGREGATIONS, METRIC_KINDS } from "@/lib/catalog/metric";
import { PLAN_STATUSES } from "@/lib/catalog/plan";
import { INTERVALS } from "@/lib/core/calendar";
import { CURRENCIES } from "@/lib/core/currency";
import { nonNegativeDecimalSchema } from "@/lib/core/decimal-schema";
import { AppError } from "@/lib/core/errors";
import { LOCALES } from "@/lib/core/locale";

const keySchema = z.string().regex(/^[a-z][a-z0-9_-]{0,63}$/, "key");
const localizedSchema = z.record(z.enum(LOCALES), z.string().min(1));

const metricSchema = z.strictObject({
  key: keySchema,
  name: localizedSchema,
  unit: z.string().min(1),
  aggregation: z.enum(AGGREGATIONS),
  kind: z.enum(METRIC_KINDS),
});

/** In major units of the plan's currency, net of tax. */
const priceSchema = z.strictObject({
  interval: z.enum(INTERVALS),
  count: z.int().min(1).default(1),
  unitAmount: nonNegativeDecimalSchema,
});

const entitlementSchema = z.discriminatedUnion("kind", [
  z.strictObject({ feature: keySchema, kind: z.literal("boolean"), enabled: z.boolean() }),
  z.strictObject({
    feature: keySchema,
    kind: z.literal("number"),
    limit: nonNegativeDecimalSchema,
    behaviour: z.enum(ENTITLEMENT_BEHAVIOURS),
  }),
  z.strictObject({ feature: keySchema, kind: z.literal("unlimited") }),
]);

/** A metered charge; the included quantity costs nothing and restarts each month. */
const chargeSchema = z.strictObject({
  metric: keySchema,
  name: localizedSchema,
  included: nonNegativeDecimalSchema.default("0"),
  model: chargeModelSchema,
});

const planSchema = z.strictObject({
  key: keySchema,
  name: localizedSchema,
  description: localizedSchema.optional(),
  status: z.enum(PLAN_STATUSES).default("active"),
  isPublic: z.boolean().default(true),
  isRecommended: z.boolean().default(false),
  trialDays: z.int().min(0).max(365).default(0),
  prices: z.array(priceSchema).default([]),
  entitlements: z.array(entitlementSchema).default([]),
  charges: z.array(chargeSchema).default([]),
});

const catalogFileShape = z.strictObject({
  key: keySchema,
  name: localizedSchema,
  currency: z.enum(CURRENCIES),
  /** Switches that plans may have; a number is named after its metric and needs no entry here. */
  features: z.array(z.strictObject({ key: keySchema, name: localizedSchema })).default([]),
  metrics: z.array(metricSchema),
  /** In the order they are shown. */
  plans: z.array(planSchema).min(1),
});

function firstRepeated(keys: readonly string[]): string | undefined {
  return keys.find((key, index) => keys.indexOf(key) !== index);
}

type PlanEntry = z.infer<typeof planSchema>;

/** What is wrong with the keys of a plan: something unknown, or something named twice. */
function planProblems(
  plan: PlanEntry,
  known: { metrics: ReadonlySet<string>; features: ReadonlySet<string> },
): string[] {
  const names = plan.entitlements.map(({ feature }) => feature);
  const recurrences = plan.prices.map(({ interval, count }) => `${count} ${interval}`);
  const repeated = [names, recurrences, plan.charges.map(({ metric }) => metric)].map(firstRepeated);
  return [
    ...names.filter((name) => !known.metrics.has(name) && !known.features.has(name)).map((name) => `unknown ${name}`),
    ...plan.charges.filter(({ metric }) => !known.metrics.has(metric)).map(({ metric }) => `unknown metric ${metric}`),
    ...repeated.filter((key) => key !== undefined).map((key) => `${key} twice`),
  ];
}

/** A catalogue as a data file: metrics, features and plans with their prices, limits and metered charges. */
export const catalogFileSchema = catalogFileShape.superRefine((file, context) => {
  const metrics = file.metrics.map(({ key }) => key);
  const features = file.features.map(({ key }) => key);
  const repeated = firstRepeated([...metrics, ...features]) ?? firstRepeated(file.plans.map(({ key }) => key));
  if (repeated !== undefined) context.addIssue({ code: "custom", message: `${repeated} twice` });

  const known = { metrics: new Set(metrics), features: new Set(features) };
  file.plans.forEach((plan, index) => {
    for (const message of planProblems(plan, known)) {
      context.addIssue({ code: "custom", path: ["plans", index], message });
    }
  });
});

export type CatalogFile = z.infer<typeof catalogFileSchema>;
export type CatalogPlan = CatalogFile["plans"][number];

/** Checks a catalogue read from a file or an upload. Throws invalid_input with the problems of each place. */
export function parseCatalogFile(content: unknown): CatalogFile {
  const parsed = catalogFileSchema.safeParse(content);
  if (parsed.success) return parsed.data;

  const fieldErrors: Record<string, string[]> = {};
  for (const issue of parsed.error.issues) {
    const path = issue.path.join(".");
    fieldErrors[path] = [...(fieldErrors[path] ?? []), issue.message];
  }
  const [place, messages] = Object.entries(fieldErrors)[0] ?? ["", []];
  throw new AppError("invalid_input", { message: `catalogue: ${place} ${messages.join(", ")}`, fieldErrors });
}
