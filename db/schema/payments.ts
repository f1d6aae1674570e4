import { sql } from "drizzle-orm";
import {
  boolean,
  check,
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
import { amountMinor, id, instant, organizationId, timestamps } from "@/db/columns";
import { invoice } from "@/db/schema/invoicing";
import { organization } from "@/db/schema/organizations";
import { PAYMENT_ATTEMPT_STATUSES, PAYMENT_SESSIONS } from "@/lib/payments/payment";

export const paymentAttemptStatusEnum = pgEnum("payment_attempt_status", PAYMENT_ATTEMPT_STATUSES);
export const paymentSessionEnum = pgEnum("payment_session", PAYMENT_SESSIONS);

/** The organization as the payment provider knows it. */
export const paymentCustomer = pgTable(
  "payment_customer",
  {
    id: id(),
    organizationId: organizationId(),
    provider: text("provider").notNull(),
    providerCustomerId: text("provider_customer_id").notNull(),
    ...timestamps(),
  },
  (t) => [
    unique("payment_customer_key").on(t.organizationId, t.provider),
    unique("payment_customer_provider_key").on(t.provider, t.providerCustomerId),
    foreignKey({ columns: [t.organizationId], foreignColumns: [organization.id] }).onDelete("restrict"),
  ],
);

export const paymentMethod = pgTable(
  "payment_method",
  {
    id: id(),
    organizationId: organizationId(),
    provider: text("provider").notNull(),
    providerPaymentMethodId: text("provider_payment_method_id").notNull(),
    kind: text("kind").notNull(),
    brand: text("brand"),
    last4: text("last4"),
    expiryMonth: integer("expiry_month"),
    expiryYear: integer("expiry_year"),
    isDefault: boolean("is_default").notNull(),
    detachedAt: instant("detached_at"),
    ...timestamps(),
  },
  (t) => [
    unique("payment_method_tenant_key").on(t.organizationId, t.id),
    unique("payment_method_provider_key").on(t.provider, t.providerPaymentMethodId),
    uniqueIndex("payment_method_default_key")
      .on(t.organizationId)
      .where(sql`${t.isDefault} and ${t.detachedAt} is null`),
    foreignKey({ columns: [t.organizationId], foreignColumns: [organization.id] }).onDelete("restrict"),
  ],
);

/** Committed before the provider is called. `unknown` until the provider has been asked; no other attempt meanwhile. */
export const paymentAttempt = pgTable(
  "payment_attempt",
  {
    id: id(),
    organizationId: organizationId(),
    invoiceId: uuid("invoice_id").notNull(),
    attemptNumber: integer("attempt_number").notNull(),
    session: paymentSessionEnum("session").notNull(),
    status: paymentAttemptStatusEnum("status").notNull(),
    idempotencyKey: text("idempotency_key").notNull(),
    amountMinor: amountMinor("amount_minor").notNull(),
    currency: text("currency").notNull(),
    paymentMethodId: uuid("payment_method_id"),
    providerPaymentIntentId: text("provider_payment_intent_id"),
    providerChargeId: text("provider_charge_id"),
    failureCode: text("failure_code"),
    declineCode: text("decline_code"),
    failureMessage: text("failure_message"),
    /** Billing instants, by the organization's clock. */
    startedAt: instant("started_at").notNull(),
    settledAt: instant("settled_at"),
    /** The provider's own time, kept beside and never used to decide. */
    providerAt: instant("provider_at"),
    ...timestamps(),
  },
  (t) => [
    unique("payment_attempt_tenant_key").on(t.organizationId, t.id),
    unique("payment_attempt_number_key").on(t.invoiceId, t.attemptNumber),
    unique("payment_attempt_idempotency_key").on(t.idempotencyKey),
    unique("payment_attempt_intent_key").on(t.providerPaymentIntentId),
    uniqueIndex("payment_attempt_one_open_key")
      .on(t.invoiceId)
      .where(sql`${t.status} in ('pending', 'processing', 'unknown', 'requires_action')`),
    foreignKey({
      columns: [t.organizationId, t.invoiceId],
      foreignColumns: [invoice.organizationId, invoice.id],
    }).onDelete("restrict"),
    foreignKey({
      columns: [t.organizationId, t.paymentMethodId],
      foreignColumns: [paymentMethod.organizationId, paymentMethod.id],
    }).onDelete("restrict"),
    index("payment_attempt_status_idx").on(t.status, t.createdAt),
    check("payment_attempt_positive", sql`${t.amountMinor} > 0`),
  ],
);

/** The inbox of the provider's events: the unique id makes the second delivery a no-op. */
export const webhookEvent = pgTable(
  "webhook_event",
  {
    id: id(),
    provider: text("provider").notNull(),
    providerEventId: text("provider_event_id").notNull(),
    type: text("type").notNull(),
    objectId: text("object_id"),
    payload: jsonb("payload").$type<Record<string, unknown>>().notNull(),
    receivedAt: instant("received_at").notNull(),
    processedAt: instant("processed_at"),
    ...timestamps(),
  },
  (t) => [
    unique("webhook_event_provider_key").on(t.provider, t.providerEventId),
    index("webhook_event_received_idx").on(t.receivedAt),
  ],
);
