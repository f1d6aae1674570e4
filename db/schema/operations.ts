import { sql } from "drizzle-orm";
import {
  bigserial,
  boolean,
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
import { id, instant, timestamps } from "@/db/columns";
import { localeEnum } from "@/db/schema/organizations";
import { ACTOR_KINDS } from "@/lib/auth/actor";
import { OUTBOX_STATUSES, type OutboxPayload } from "@/lib/outbox/outbox-message";

export const outboxStatusEnum = pgEnum("outbox_status", OUTBOX_STATUSES);
export const actorKindEnum = pgEnum("actor_kind", ACTOR_KINDS);

/** What must happen next, written in the transaction of the change that calls for it. Messages of one aggregate run in order. */
export const outboxMessage = pgTable(
  "outbox_message",
  {
    id: id(),
    position: bigserial("position", { mode: "number" }).notNull(),
    organizationId: uuid("organization_id"),
    topic: text("topic").notNull(),
    aggregateId: uuid("aggregate_id").notNull(),
    /** Makes writing the same message twice a no-op. */
    key: text("key").notNull(),
    payload: jsonb("payload").$type<OutboxPayload>().notNull(),
    status: outboxStatusEnum("status").notNull().default("pending"),
    attemptCount: integer("attempt_count").notNull().default(0),
    availableAt: instant("available_at")
      .notNull()
      .default(sql`now()`),
    lockedUntil: instant("locked_until"),
    lastError: text("last_error"),
    deliveredAt: instant("delivered_at"),
    ...timestamps(),
  },
  (t) => [
    unique("outbox_message_key").on(t.key),
    index("outbox_message_pending_idx")
      .on(t.availableAt, t.position)
      .where(sql`${t.status} = 'pending'`),
    index("outbox_message_aggregate_idx")
      .on(t.aggregateId, t.position)
      .where(sql`${t.status} = 'pending'`),
    index("outbox_message_organization_idx")
      .on(t.organizationId)
      .where(sql`${t.status} = 'pending'`),
  ],
);

/** Who did what, on whose behalf, from where. Only ever inserted. */
export const auditEvent = pgTable(
  "audit_event",
  {
    id: id(),
    organizationId: uuid("organization_id"),
    actorKind: actorKindEnum("actor_kind").notNull(),
    actorUserId: uuid("actor_user_id"),
    action: text("action").notNull(),
    entityType: text("entity_type").notNull(),
    entityId: uuid("entity_id").notNull(),
    detail: jsonb("detail").$type<Record<string, unknown>>().notNull(),
    /** By the organization's clock. */
    occurredAt: instant("occurred_at").notNull(),
    ipAddress: text("ip_address"),
    ...timestamps(),
  },
  (t) => [
    index("audit_event_organization_idx").on(t.organizationId, t.occurredAt.desc()),
    index("audit_event_entity_idx").on(t.entityId),
  ],
);

/** Where one run at a time is meant. A row with an expiry, because a pooled connection may not hold a session lock. */
export const jobLease = pgTable("job_lease", {
  job: text("job").primaryKey(),
  holder: uuid("holder").notNull(),
  expiresAt: instant("expires_at").notNull(),
});

export const jobRun = pgTable(
  "job_run",
  {
    id: id(),
    job: text("job").notNull(),
    startedAt: instant("started_at").notNull(),
    finishedAt: instant("finished_at"),
    processed: integer("processed").notNull().default(0),
    failed: integer("failed").notNull().default(0),
    lagSeconds: integer("lag_seconds"),
    error: text("error"),
  },
  (t) => [index("job_run_job_idx").on(t.job, t.startedAt.desc())],
);

/** One row a mail, made before it is sent: its id is the stable Message-ID that lets a provider drop a repeat. */
export const mailMessage = pgTable(
  "mail_message",
  {
    id: id(),
    organizationId: uuid("organization_id"),
    topic: text("topic").notNull(),
    entityId: uuid("entity_id").notNull(),
    recipient: text("recipient").notNull(),
    locale: localeEnum("locale").notNull(),
    subject: text("subject").notNull(),
    html: text("html").notNull(),
    text: text("text").notNull(),
    attachmentFileId: uuid("attachment_file_id"),
    attachmentName: text("attachment_name"),
    isTest: boolean("is_test").notNull(),
    adapter: text("adapter"),
    providerMessageId: text("provider_message_id"),
    /** By the organization's clock. */
    writtenAt: instant("written_at").notNull(),
    sentAt: instant("sent_at"),
    ...timestamps(),
  },
  (t) => [
    uniqueIndex("mail_message_once_key").on(t.topic, t.entityId, t.recipient),
    index("mail_message_written_idx").on(t.writtenAt.desc(), t.id),
    index("mail_message_organization_idx").on(t.organizationId, t.writtenAt.desc()),
  ],
);
