import { sql } from "drizzle-orm";
import {
  date,
  foreignKey,
  index,
  jsonb,
  pgTable,
  primaryKey,
  text,
  unique,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import { decimal, id, instant, organizationId, timestamps } from "@/db/columns";
import { entitlementBehaviourEnum, metric } from "@/db/schema/catalog";
import { organization } from "@/db/schema/organizations";

/**
 * The idempotency of usage events: inserted first, ON CONFLICT DO NOTHING RETURNING, and only the returned ones go on.
 * Not partitioned, because a unique key of a partitioned table must hold the partition key.
 */
export const usageEventKey = pgTable(
  "usage_event_key",
  {
    organizationId: organizationId(),
    metricKey: text("metric_key").notNull(),
    eventId: text("event_id").notNull(),
    payloadHash: text("payload_hash").notNull(),
    ...timestamps(),
  },
  (t) => [primaryKey({ columns: [t.organizationId, t.metricKey, t.eventId] })],
);

/** Usage events, partitioned by month of `occurred_at` (the partitioning itself is in a migration written by hand). */
export const usageEvent = pgTable(
  "usage_event",
  {
    id: uuid("id").notNull(),
    organizationId: organizationId(),
    metricKey: text("metric_key").notNull(),
    eventId: text("event_id").notNull(),
    occurredAt: instant("occurred_at").notNull(),
    quantity: decimal("quantity").notNull(),
    userId: uuid("user_id"),
    resource: text("resource"),
    properties: jsonb("properties").$type<Record<string, unknown>>(),
    ...timestamps(),
  },
  (t) => [
    primaryKey({ columns: [t.id, t.occurredAt] }),
    index("usage_event_metric_idx").on(t.organizationId, t.metricKey, t.occurredAt),
  ],
);

/** Sums per local day of the organization: what bills and dashboards read. A nightly rebuild proves they equal the events. */
export const usageDay = pgTable(
  "usage_day",
  {
    organizationId: organizationId(),
    metricKey: text("metric_key")
      .notNull()
      .references(() => metric.key, { onDelete: "restrict" }),
    day: date("day").notNull(),
    quantity: decimal("quantity").notNull(),
    eventCount: decimal("event_count").notNull(),
    updatedAt: instant("updated_at")
      .notNull()
      .default(sql`now()`),
  },
  (t) => [
    primaryKey({ columns: [t.organizationId, t.metricKey, t.day] }),
    foreignKey({ columns: [t.organizationId], foreignColumns: [organization.id] }).onDelete("restrict"),
  ],
);

/** What a measured metric came to on a local day: the highest value seen that day. Billed on the maximum of the days. */
export const metricSnapshot = pgTable(
  "metric_snapshot",
  {
    organizationId: organizationId(),
    metricKey: text("metric_key")
      .notNull()
      .references(() => metric.key, { onDelete: "restrict" }),
    day: date("day").notNull(),
    quantity: decimal("quantity").notNull(),
    takenAt: instant("taken_at").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.organizationId, t.metricKey, t.day] }),
    foreignKey({ columns: [t.organizationId], foreignColumns: [organization.id] }).onDelete("restrict"),
  ],
);

/**
 * What an organization may use now, written by the billing services when its plan changes, with room for an override.
 * Kept as rows of their own so that the domains beside the money (buildings, documents) can ask without knowing what a plan is.
 */
export const organizationLimit = pgTable(
  "organization_limit",
  {
    id: id(),
    organizationId: organizationId(),
    feature: text("feature").notNull(),
    /** Null is unlimited. */
    limit: decimal("limit_value"),
    enabled: text("enabled").$type<"yes" | "no">().notNull(),
    behaviour: entitlementBehaviourEnum("behaviour"),
    planName: text("plan_name").notNull(),
    overrideLimit: decimal("override_limit"),
    overrideReason: text("override_reason"),
    overrideUntil: instant("override_until"),
    ...timestamps(),
  },
  (t) => [
    unique("organization_limit_tenant_key").on(t.organizationId, t.id),
    uniqueIndex("organization_limit_feature_key").on(t.organizationId, t.feature),
    foreignKey({ columns: [t.organizationId], foreignColumns: [organization.id] }).onDelete("restrict"),
  ],
);
