import { boolean, index, integer, jsonb, pgEnum, pgTable, text, unique, uuid } from "drizzle-orm/pg-core";
import { decimal, id, instant, timestamps } from "@/db/columns";
import { AGGREGATIONS, METRIC_KINDS } from "@/lib/catalog/metric";
import { ENTITLEMENT_BEHAVIOURS, ENTITLEMENT_KINDS } from "@/lib/catalog/entitlement";
import { PLAN_STATUSES } from "@/lib/catalog/plan";
import type { ChargeModel } from "@/lib/catalog/charge-model";
import type { Localized } from "@/lib/core/locale";
import { INTERVALS } from "@/lib/core/calendar";

export const aggregationEnum = pgEnum("aggregation", AGGREGATIONS);
export const metricKindEnum = pgEnum("metric_kind", METRIC_KINDS);
export const entitlementBehaviourEnum = pgEnum("entitlement_behaviour", ENTITLEMENT_BEHAVIOURS);
export const entitlementKindEnum = pgEnum("entitlement_kind", ENTITLEMENT_KINDS);
export const planStatusEnum = pgEnum("plan_status", PLAN_STATUSES);
export const intervalEnum = pgEnum("billing_interval", INTERVALS);

/** What can be counted: from events, or measured from our own tables. */
export const metric = pgTable("metric", {
  key: text("key").primaryKey(),
  name: jsonb("name").$type<Localized>().notNull(),
  unit: text("unit").notNull(),
  aggregation: aggregationEnum("aggregation").notNull(),
  kind: metricKindEnum("kind").notNull(),
  ...timestamps(),
});

export const plan = pgTable(
  "plan",
  {
    id: id(),
    catalogKey: text("catalog_key").notNull(),
    key: text("key").notNull(),
    name: jsonb("name").$type<Localized>().notNull(),
    status: planStatusEnum("status").notNull(),
    isPublic: boolean("is_public").notNull(),
    isRecommended: boolean("is_recommended").notNull().default(false),
    position: integer("position").notNull(),
    ...timestamps(),
  },
  (t) => [unique("plan_catalog_key").on(t.catalogKey, t.key)],
);

/** Immutable once published: a change makes a new version, and subscribers stay on theirs. */
export const planVersion = pgTable(
  "plan_version",
  {
    id: id(),
    planId: uuid("plan_id")
      .notNull()
      .references(() => plan.id, { onDelete: "restrict" }),
    version: integer("version").notNull(),
    currency: text("currency").notNull(),
    trialDays: integer("trial_days").notNull(),
    /** SHA-256 of the plan as written in its catalogue file: loading the same file again changes nothing. */
    contentHash: text("content_hash").notNull(),
    publishedAt: instant("published_at").notNull(),
    ...timestamps(),
  },
  (t) => [unique("plan_version_key").on(t.planId, t.version)],
);

/** A recurring price, billed in advance. */
export const price = pgTable(
  "price",
  {
    id: id(),
    planVersionId: uuid("plan_version_id")
      .notNull()
      .references(() => planVersion.id, { onDelete: "restrict" }),
    interval: intervalEnum("interval").notNull(),
    intervalCount: integer("interval_count").notNull().default(1),
    currency: text("currency").notNull(),
    unitAmount: decimal("unit_amount").notNull(),
    ...timestamps(),
  },
  (t) => [
    unique("price_interval_key").on(t.planVersionId, t.interval, t.intervalCount),
    unique("price_version_key").on(t.planVersionId, t.id),
  ],
);

/** A metered charge, billed in arrears. */
export const charge = pgTable(
  "metered_charge",
  {
    id: id(),
    planVersionId: uuid("plan_version_id")
      .notNull()
      .references(() => planVersion.id, { onDelete: "restrict" }),
    metricKey: text("metric_key")
      .notNull()
      .references(() => metric.key, { onDelete: "restrict" }),
    name: jsonb("name").$type<Localized>().notNull(),
    model: jsonb("model").$type<ChargeModel>().notNull(),
    included: decimal("included").notNull(),
    position: integer("position").notNull(),
    ...timestamps(),
  },
  (t) => [index("metered_charge_version_idx").on(t.planVersionId)],
);

/** What a plan version allows: a feature that is on or off, or a number with what happens at it. */
export const entitlement = pgTable(
  "entitlement",
  {
    id: id(),
    planVersionId: uuid("plan_version_id")
      .notNull()
      .references(() => planVersion.id, { onDelete: "restrict" }),
    feature: text("feature").notNull(),
    kind: entitlementKindEnum("kind").notNull(),
    enabled: boolean("enabled"),
    limit: decimal("limit_value"),
    behaviour: entitlementBehaviourEnum("behaviour"),
    position: integer("position").notNull(),
    ...timestamps(),
  },
  (t) => [unique("entitlement_feature_key").on(t.planVersionId, t.feature)],
);
