import { sql } from "drizzle-orm";
import {
  boolean,
  check,
  date,
  foreignKey,
  index,
  integer,
  jsonb,
  pgEnum,
  pgTable,
  text,
  unique,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import { amountMinor, decimal, id, instant, organizationId, timestamps } from "@/db/columns";
import { charge, intervalEnum, planVersion, price } from "@/db/schema/catalog";
import { organization } from "@/db/schema/organizations";
import { BILLING_PERIOD_KINDS } from "@/lib/billing/billing-period";
import { SUBSCRIPTION_STATUSES } from "@/lib/billing/subscription";
import type { CalendarDate } from "@/lib/core/calendar";

export const subscriptionStatusEnum = pgEnum("subscription_status", SUBSCRIPTION_STATUSES);
export const billingPeriodKindEnum = pgEnum("billing_period_kind", BILLING_PERIOD_KINDS);

/** One per organization and currency: what is locked before anything that changes a subscription or a credit. */
export const billingAccount = pgTable(
  "billing_account",
  {
    id: id(),
    organizationId: organizationId(),
    currency: text("currency").notNull(),
    creditBalanceMinor: amountMinor("credit_balance_minor").notNull(),
    paymentTermsDays: integer("payment_terms_days").notNull().default(0),
    ...timestamps(),
  },
  (t) => [
    unique("billing_account_tenant_key").on(t.organizationId, t.id),
    unique("billing_account_currency_key").on(t.organizationId, t.currency),
    foreignKey({ columns: [t.organizationId], foreignColumns: [organization.id] }).onDelete("restrict"),
    check("billing_account_credit_not_negative", sql`${t.creditBalanceMinor} >= 0`),
  ],
);

export const subscription = pgTable(
  "subscription",
  {
    id: id(),
    organizationId: organizationId(),
    billingAccountId: uuid("billing_account_id").notNull(),
    /** Copied from the organization, for life: the crons' index can then leave out whoever lives by a test clock. */
    testClockId: uuid("test_clock_id"),
    planVersionId: uuid("plan_version_id")
      .notNull()
      .references(() => planVersion.id, { onDelete: "restrict" }),
    priceId: uuid("price_id").references(() => price.id, { onDelete: "restrict" }),
    status: subscriptionStatusEnum("status").notNull(),
    currency: text("currency").notNull(),
    timeZone: text("time_zone").notNull(),
    quantity: decimal("quantity").notNull(),
    interval: intervalEnum("interval").notNull(),
    intervalCount: integer("interval_count").notNull(),
    /** The date every boundary is derived from. */
    anchor: date("anchor").$type<CalendarDate>().notNull(),
    trialEnd: date("trial_end").$type<CalendarDate>(),
    trialReminderSentAt: instant("trial_reminder_sent_at"),
    startedAt: instant("started_at").notNull(),
    /** The open billing period, and the instant it ends: when the cycle is due to be closed. */
    currentSequence: integer("current_sequence").notNull(),
    nextBoundaryAt: instant("next_boundary_at"),
    cancelAtPeriodEnd: boolean("cancel_at_period_end").notNull().default(false),
    cancelReason: text("cancel_reason"),
    cancelComment: text("cancel_comment"),
    canceledAt: instant("canceled_at"),
    firstFailedAt: instant("first_failed_at"),
    parkedAt: instant("parked_at"),
    parkedReason: text("parked_reason"),
    incompleteExpiresAt: instant("incomplete_expires_at"),
    ...timestamps(),
  },
  (t) => [
    unique("subscription_tenant_key").on(t.organizationId, t.id),
    foreignKey({
      columns: [t.organizationId, t.billingAccountId],
      foreignColumns: [billingAccount.organizationId, billingAccount.id],
    }).onDelete("restrict"),
    /** At most one living subscription to a plan an organization, until add-on subscriptions come. */
    uniqueIndex("subscription_living_key")
      .on(t.organizationId)
      .where(sql`${t.status} in ('trialing', 'active', 'past_due', 'unpaid', 'paused', 'incomplete')`),
    index("subscription_due_idx")
      .on(t.billingAccountId, t.nextBoundaryAt)
      .where(sql`${t.parkedAt} is null and ${t.testClockId} is null and ${t.nextBoundaryAt} is not null`),
    index("subscription_clock_idx").on(t.testClockId, t.nextBoundaryAt),
  ],
);

/** Half-open [start, end) in the subscription's time zone. Sequences have no gap and periods tile. */
export const billingPeriod = pgTable(
  "billing_period",
  {
    id: id(),
    organizationId: organizationId(),
    subscriptionId: uuid("subscription_id").notNull(),
    sequence: integer("sequence").notNull(),
    kind: billingPeriodKindEnum("kind").notNull(),
    startsOn: date("starts_on").$type<CalendarDate>().notNull(),
    endsOn: date("ends_on").$type<CalendarDate>().notNull(),
    startsAt: instant("starts_at").notNull(),
    endsAt: instant("ends_at").notNull(),
    closedAt: instant("closed_at"),
    ...timestamps(),
  },
  (t) => [
    unique("billing_period_tenant_key").on(t.organizationId, t.id),
    unique("billing_period_sequence_key").on(t.subscriptionId, t.sequence),
    foreignKey({
      columns: [t.organizationId, t.subscriptionId],
      foreignColumns: [subscription.organizationId, subscription.id],
    }).onDelete("restrict"),
    check("billing_period_not_negative", sql`${t.endsOn} >= ${t.startsOn}`),
  ],
);

/** What of a metered charge has been billed for a period: closing bills the total less this, so late events heal. */
export const billedUsage = pgTable(
  "billed_usage",
  {
    id: id(),
    organizationId: organizationId(),
    billingPeriodId: uuid("billing_period_id").notNull(),
    chargeId: uuid("charge_id")
      .notNull()
      .references(() => charge.id, { onDelete: "restrict" }),
    quantity: decimal("quantity").notNull(),
    amountExact: decimal("amount_exact").notNull(),
    ...timestamps(),
  },
  (t) => [
    unique("billed_usage_charge_key").on(t.billingPeriodId, t.chargeId),
    foreignKey({
      columns: [t.organizationId, t.billingPeriodId],
      foreignColumns: [billingPeriod.organizationId, billingPeriod.id],
    }).onDelete("restrict"),
  ],
);

/** A change that waits for its payment: a first subscription, later an upgrade or an add-on. */
export const pendingChange = pgTable(
  "pending_change",
  {
    id: id(),
    organizationId: organizationId(),
    subscriptionId: uuid("subscription_id").notNull(),
    kind: text("kind").$type<"first_payment">().notNull(),
    draft: jsonb("draft").$type<Record<string, unknown>>().notNull(),
    expiresAt: instant("expires_at").notNull(),
    appliedAt: instant("applied_at"),
    droppedAt: instant("dropped_at"),
    ...timestamps(),
  },
  (t) => [
    unique("pending_change_tenant_key").on(t.organizationId, t.id),
    foreignKey({
      columns: [t.organizationId, t.subscriptionId],
      foreignColumns: [subscription.organizationId, subscription.id],
    }).onDelete("restrict"),
    uniqueIndex("pending_change_open_key")
      .on(t.subscriptionId)
      .where(sql`${t.appliedAt} is null and ${t.droppedAt} is null`),
  ],
);
