CREATE TYPE "public"."billing_period_kind" AS ENUM('trial', 'regular', 'final');--> statement-breakpoint
CREATE TYPE "public"."subscription_status" AS ENUM('incomplete', 'trialing', 'active', 'past_due', 'unpaid', 'paused', 'canceled', 'expired');--> statement-breakpoint
CREATE TYPE "public"."apartment_kind" AS ENUM('flat', 'shop', 'office', 'storage', 'parking');--> statement-breakpoint
CREATE TYPE "public"."occupancy_kind" AS ENUM('owner', 'tenant');--> statement-breakpoint
CREATE TYPE "public"."aggregation" AS ENUM('sum', 'count', 'max', 'latest', 'unique', 'time_weighted');--> statement-breakpoint
CREATE TYPE "public"."entitlement_behaviour" AS ENUM('soft', 'hard', 'overage');--> statement-breakpoint
CREATE TYPE "public"."entitlement_kind" AS ENUM('boolean', 'number', 'unlimited');--> statement-breakpoint
CREATE TYPE "public"."billing_interval" AS ENUM('day', 'week', 'month', 'quarter', 'half_year', 'year');--> statement-breakpoint
CREATE TYPE "public"."metric_kind" AS ENUM('counted', 'measured');--> statement-breakpoint
CREATE TYPE "public"."plan_status" AS ENUM('draft', 'active', 'archived');--> statement-breakpoint
CREATE TYPE "public"."auth_token_purpose" AS ENUM('verify_email', 'reset_password', 'invite', 'magic_link');--> statement-breakpoint
CREATE TYPE "public"."membership_role" AS ENUM('owner', 'manager', 'staff', 'resident');--> statement-breakpoint
CREATE TYPE "public"."invoice_kind" AS ENUM('cycle', 'change', 'one_off');--> statement-breakpoint
CREATE TYPE "public"."invoice_status" AS ENUM('draft', 'open', 'paid', 'void', 'uncollectible');--> statement-breakpoint
CREATE TYPE "public"."line_item_kind" AS ENUM('recurring', 'usage', 'one_off', 'proration', 'discount');--> statement-breakpoint
CREATE TYPE "public"."proration_document" AS ENUM('credit_note', 'same_invoice');--> statement-breakpoint
CREATE TYPE "public"."ledger_account" AS ENUM('receivable', 'cash_at_provider', 'credit_balance', 'deferred_revenue', 'revenue_subscription', 'revenue_usage', 'revenue_one_off', 'tax_payable', 'provider_fees', 'disputes', 'bad_debt');--> statement-breakpoint
CREATE TYPE "public"."actor_kind" AS ENUM('user', 'cron', 'webhook', 'clock', 'system');--> statement-breakpoint
CREATE TYPE "public"."outbox_status" AS ENUM('pending', 'delivered', 'dead');--> statement-breakpoint
CREATE TYPE "public"."locale" AS ENUM('en', 'el');--> statement-breakpoint
CREATE TYPE "public"."organization_mode" AS ENUM('live', 'test');--> statement-breakpoint
CREATE TYPE "public"."test_clock_status" AS ENUM('ready', 'advancing', 'failed');--> statement-breakpoint
CREATE TYPE "public"."payment_attempt_status" AS ENUM('pending', 'processing', 'requires_action', 'unknown', 'succeeded', 'failed', 'canceled');--> statement-breakpoint
CREATE TYPE "public"."payment_session" AS ENUM('on_session', 'off_session');--> statement-breakpoint
CREATE TABLE "billed_usage" (
	"id" uuid PRIMARY KEY NOT NULL,
	"organization_id" uuid NOT NULL,
	"billing_period_id" uuid NOT NULL,
	"charge_id" uuid NOT NULL,
	"quantity" numeric NOT NULL,
	"amount_exact" numeric NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "billed_usage_charge_key" UNIQUE("billing_period_id","charge_id")
);
--> statement-breakpoint
CREATE TABLE "billing_account" (
	"id" uuid PRIMARY KEY NOT NULL,
	"organization_id" uuid NOT NULL,
	"currency" text NOT NULL,
	"credit_balance_minor" bigint NOT NULL,
	"payment_terms_days" integer DEFAULT 0 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "billing_account_tenant_key" UNIQUE("organization_id","id"),
	CONSTRAINT "billing_account_currency_key" UNIQUE("organization_id","currency"),
	CONSTRAINT "billing_account_credit_not_negative" CHECK ("billing_account"."credit_balance_minor" >= 0)
);
--> statement-breakpoint
CREATE TABLE "billing_period" (
	"id" uuid PRIMARY KEY NOT NULL,
	"organization_id" uuid NOT NULL,
	"subscription_id" uuid NOT NULL,
	"sequence" integer NOT NULL,
	"kind" "billing_period_kind" NOT NULL,
	"starts_on" date NOT NULL,
	"ends_on" date NOT NULL,
	"starts_at" timestamp with time zone NOT NULL,
	"ends_at" timestamp with time zone NOT NULL,
	"closed_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "billing_period_tenant_key" UNIQUE("organization_id","id"),
	CONSTRAINT "billing_period_sequence_key" UNIQUE("subscription_id","sequence"),
	CONSTRAINT "billing_period_not_negative" CHECK ("billing_period"."ends_on" >= "billing_period"."starts_on")
);
--> statement-breakpoint
CREATE TABLE "pending_change" (
	"id" uuid PRIMARY KEY NOT NULL,
	"organization_id" uuid NOT NULL,
	"subscription_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"draft" jsonb NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"applied_at" timestamp with time zone,
	"dropped_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "pending_change_tenant_key" UNIQUE("organization_id","id")
);
--> statement-breakpoint
CREATE TABLE "subscription" (
	"id" uuid PRIMARY KEY NOT NULL,
	"organization_id" uuid NOT NULL,
	"billing_account_id" uuid NOT NULL,
	"test_clock_id" uuid,
	"plan_version_id" uuid NOT NULL,
	"price_id" uuid,
	"status" "subscription_status" NOT NULL,
	"currency" text NOT NULL,
	"time_zone" text NOT NULL,
	"quantity" numeric NOT NULL,
	"interval" "billing_interval" NOT NULL,
	"interval_count" integer NOT NULL,
	"anchor" date NOT NULL,
	"trial_end" date,
	"trial_reminder_sent_at" timestamp with time zone,
	"started_at" timestamp with time zone NOT NULL,
	"current_sequence" integer NOT NULL,
	"next_boundary_at" timestamp with time zone,
	"cancel_at_period_end" boolean DEFAULT false NOT NULL,
	"cancel_reason" text,
	"cancel_comment" text,
	"canceled_at" timestamp with time zone,
	"first_failed_at" timestamp with time zone,
	"parked_at" timestamp with time zone,
	"parked_reason" text,
	"incomplete_expires_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "subscription_tenant_key" UNIQUE("organization_id","id")
);
--> statement-breakpoint
CREATE TABLE "announcement" (
	"id" uuid PRIMARY KEY NOT NULL,
	"organization_id" uuid NOT NULL,
	"building_id" uuid NOT NULL,
	"title" text NOT NULL,
	"body" text NOT NULL,
	"published_at" timestamp with time zone NOT NULL,
	"author_user_id" uuid,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "announcement_tenant_key" UNIQUE("organization_id","id")
);
--> statement-breakpoint
CREATE TABLE "apartment" (
	"id" uuid PRIMARY KEY NOT NULL,
	"organization_id" uuid NOT NULL,
	"building_id" uuid NOT NULL,
	"label" text NOT NULL,
	"kind" "apartment_kind" NOT NULL,
	"floor" integer NOT NULL,
	"area_square_metres" numeric,
	"archived_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "apartment_tenant_key" UNIQUE("organization_id","id"),
	CONSTRAINT "apartment_label_key" UNIQUE("building_id","label")
);
--> statement-breakpoint
CREATE TABLE "building" (
	"id" uuid PRIMARY KEY NOT NULL,
	"organization_id" uuid NOT NULL,
	"name" text NOT NULL,
	"plate" text NOT NULL,
	"address_line" text NOT NULL,
	"postal_code" text NOT NULL,
	"city" text NOT NULL,
	"archived_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "building_tenant_key" UNIQUE("organization_id","id")
);
--> statement-breakpoint
CREATE TABLE "document" (
	"id" uuid PRIMARY KEY NOT NULL,
	"organization_id" uuid NOT NULL,
	"building_id" uuid,
	"title" text NOT NULL,
	"size_bytes" bigint NOT NULL,
	"archived_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "document_tenant_key" UNIQUE("organization_id","id")
);
--> statement-breakpoint
CREATE TABLE "occupancy" (
	"id" uuid PRIMARY KEY NOT NULL,
	"organization_id" uuid NOT NULL,
	"apartment_id" uuid NOT NULL,
	"user_id" uuid NOT NULL,
	"kind" "occupancy_kind" NOT NULL,
	"starts_on" date NOT NULL,
	"ends_on" date,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "occupancy_tenant_key" UNIQUE("organization_id","id")
);
--> statement-breakpoint
CREATE TABLE "metered_charge" (
	"id" uuid PRIMARY KEY NOT NULL,
	"plan_version_id" uuid NOT NULL,
	"metric_key" text NOT NULL,
	"name" jsonb NOT NULL,
	"model" jsonb NOT NULL,
	"included" numeric NOT NULL,
	"position" integer NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "entitlement" (
	"id" uuid PRIMARY KEY NOT NULL,
	"plan_version_id" uuid NOT NULL,
	"feature" text NOT NULL,
	"kind" "entitlement_kind" NOT NULL,
	"enabled" boolean,
	"limit_value" numeric,
	"behaviour" "entitlement_behaviour",
	"position" integer NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "entitlement_feature_key" UNIQUE("plan_version_id","feature")
);
--> statement-breakpoint
CREATE TABLE "metric" (
	"key" text PRIMARY KEY NOT NULL,
	"name" jsonb NOT NULL,
	"unit" text NOT NULL,
	"aggregation" "aggregation" NOT NULL,
	"kind" "metric_kind" NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "plan" (
	"id" uuid PRIMARY KEY NOT NULL,
	"catalog_key" text NOT NULL,
	"key" text NOT NULL,
	"name" jsonb NOT NULL,
	"status" "plan_status" NOT NULL,
	"is_public" boolean NOT NULL,
	"is_recommended" boolean DEFAULT false NOT NULL,
	"position" integer NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "plan_catalog_key" UNIQUE("catalog_key","key")
);
--> statement-breakpoint
CREATE TABLE "plan_version" (
	"id" uuid PRIMARY KEY NOT NULL,
	"plan_id" uuid NOT NULL,
	"version" integer NOT NULL,
	"currency" text NOT NULL,
	"trial_days" integer NOT NULL,
	"content_hash" text NOT NULL,
	"published_at" timestamp with time zone NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "plan_version_key" UNIQUE("plan_id","version")
);
--> statement-breakpoint
CREATE TABLE "price" (
	"id" uuid PRIMARY KEY NOT NULL,
	"plan_version_id" uuid NOT NULL,
	"interval" "billing_interval" NOT NULL,
	"interval_count" integer DEFAULT 1 NOT NULL,
	"currency" text NOT NULL,
	"unit_amount" numeric NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "price_interval_key" UNIQUE("plan_version_id","interval","interval_count"),
	CONSTRAINT "price_version_key" UNIQUE("plan_version_id","id")
);
--> statement-breakpoint
CREATE TABLE "auth_token" (
	"id" uuid PRIMARY KEY NOT NULL,
	"purpose" "auth_token_purpose" NOT NULL,
	"token_hash" text NOT NULL,
	"email" text NOT NULL,
	"user_id" uuid,
	"for_organization_id" uuid,
	"role" "membership_role",
	"expires_at" timestamp with time zone NOT NULL,
	"used_at" timestamp with time zone,
	"revoked_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "membership" (
	"id" uuid PRIMARY KEY NOT NULL,
	"organization_id" uuid NOT NULL,
	"user_id" uuid NOT NULL,
	"role" "membership_role" NOT NULL,
	"ended_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "membership_tenant_key" UNIQUE("organization_id","id")
);
--> statement-breakpoint
CREATE TABLE "sign_in_attempt" (
	"id" uuid PRIMARY KEY NOT NULL,
	"email_hash" text NOT NULL,
	"ip_address" text NOT NULL,
	"succeeded" boolean NOT NULL,
	"attempted_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "user_account" (
	"id" uuid PRIMARY KEY NOT NULL,
	"email" text NOT NULL,
	"name" text NOT NULL,
	"locale" "locale" NOT NULL,
	"password_hash" text,
	"email_verified_at" timestamp with time zone,
	"is_super_admin" boolean DEFAULT false NOT NULL,
	"session_version" integer DEFAULT 1 NOT NULL,
	"totp_secret" text,
	"disabled_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "user_session" (
	"id" uuid PRIMARY KEY NOT NULL,
	"user_id" uuid NOT NULL,
	"session_version" integer NOT NULL,
	"active_organization_id" uuid,
	"ip_address" text,
	"user_agent" text,
	"last_seen_at" timestamp with time zone NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"revoked_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "document_counter" (
	"issuer_id" uuid NOT NULL,
	"series" text NOT NULL,
	"year" integer NOT NULL,
	"next" integer NOT NULL,
	"last_issue_date" date,
	CONSTRAINT "document_counter_issuer_id_series_year_pk" PRIMARY KEY("issuer_id","series","year")
);
--> statement-breakpoint
CREATE TABLE "invoice" (
	"id" uuid PRIMARY KEY NOT NULL,
	"organization_id" uuid NOT NULL,
	"billing_account_id" uuid NOT NULL,
	"subscription_id" uuid,
	"billing_period_id" uuid,
	"issuer_id" uuid NOT NULL,
	"kind" "invoice_kind" NOT NULL,
	"status" "invoice_status" NOT NULL,
	"series" text,
	"series_year" integer,
	"series_sequence" integer,
	"number" text,
	"currency" text NOT NULL,
	"locale" "locale" NOT NULL,
	"issue_date" date,
	"issued_at" timestamp with time zone,
	"due_date" date,
	"paid_at" timestamp with time zone,
	"subtotal_minor" bigint NOT NULL,
	"tax_minor" bigint NOT NULL,
	"total_minor" bigint NOT NULL,
	"credited_minor" bigint DEFAULT 0 NOT NULL,
	"credit_applied_minor" bigint DEFAULT 0 NOT NULL,
	"amount_paid_minor" bigint DEFAULT 0 NOT NULL,
	"seller" jsonb NOT NULL,
	"customer" jsonb NOT NULL,
	"subscription_label" jsonb,
	"is_test" boolean NOT NULL,
	"pdf_file_id" uuid,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "invoice_tenant_key" UNIQUE("organization_id","id"),
	CONSTRAINT "invoice_number_key" UNIQUE("issuer_id","series","series_year","series_sequence"),
	CONSTRAINT "invoice_total_adds_up" CHECK ("invoice"."total_minor" = "invoice"."subtotal_minor" + "invoice"."tax_minor"),
	CONSTRAINT "invoice_total_not_negative" CHECK ("invoice"."total_minor" >= 0),
	CONSTRAINT "invoice_not_overpaid" CHECK ("invoice"."credited_minor" + "invoice"."credit_applied_minor" + "invoice"."amount_paid_minor" <= "invoice"."total_minor"),
	CONSTRAINT "invoice_numbered_unless_draft" CHECK (("invoice"."status" = 'draft') = ("invoice"."number" is null))
);
--> statement-breakpoint
CREATE TABLE "invoice_line" (
	"id" uuid PRIMARY KEY NOT NULL,
	"organization_id" uuid NOT NULL,
	"invoice_id" uuid NOT NULL,
	"position" integer NOT NULL,
	"kind" "line_item_kind" NOT NULL,
	"description" jsonb NOT NULL,
	"service_period_start" date NOT NULL,
	"service_period_end" date NOT NULL,
	"tax_point" date NOT NULL,
	"quantity" numeric NOT NULL,
	"unit_price" numeric NOT NULL,
	"amount_exact" numeric NOT NULL,
	"amount_minor" bigint NOT NULL,
	"tax_category" text NOT NULL,
	"tax_rate" numeric NOT NULL,
	"price_id" uuid,
	"charge_id" uuid,
	"metric_key" text,
	"explanation" jsonb NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "invoice_line_tenant_key" UNIQUE("organization_id","id"),
	CONSTRAINT "invoice_line_position_key" UNIQUE("invoice_id","position")
);
--> statement-breakpoint
CREATE TABLE "invoice_tax" (
	"id" uuid PRIMARY KEY NOT NULL,
	"organization_id" uuid NOT NULL,
	"invoice_id" uuid NOT NULL,
	"category" text NOT NULL,
	"rate" numeric NOT NULL,
	"base_minor" bigint NOT NULL,
	"tax_minor" bigint NOT NULL,
	"exemption_text" jsonb,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "invoice_tax_rate_key" UNIQUE("invoice_id","category","rate")
);
--> statement-breakpoint
CREATE TABLE "issuer" (
	"id" uuid PRIMARY KEY NOT NULL,
	"mode" "organization_mode" NOT NULL,
	"name" text NOT NULL,
	"vat_id" text NOT NULL,
	"registration_number" text,
	"country" text NOT NULL,
	"time_zone" text NOT NULL,
	"address_line" text NOT NULL,
	"postal_code" text NOT NULL,
	"city" text NOT NULL,
	"email" text NOT NULL,
	"iban" text,
	"number_prefix" text NOT NULL,
	"proration_document" "proration_document" NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "issuer_mode_unique" UNIQUE("mode")
);
--> statement-breakpoint
CREATE TABLE "stored_file" (
	"id" uuid PRIMARY KEY NOT NULL,
	"organization_id" uuid NOT NULL,
	"content_type" text NOT NULL,
	"sha256" text NOT NULL,
	"size_bytes" integer NOT NULL,
	"content" "bytea",
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "stored_file_tenant_key" UNIQUE("organization_id","id")
);
--> statement-breakpoint
CREATE TABLE "journal_entry" (
	"id" uuid PRIMARY KEY NOT NULL,
	"organization_id" uuid NOT NULL,
	"mode" "organization_mode" NOT NULL,
	"kind" text NOT NULL,
	"source_id" uuid NOT NULL,
	"occurred_at" timestamp with time zone NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "journal_entry_tenant_key" UNIQUE("organization_id","id")
);
--> statement-breakpoint
CREATE TABLE "journal_line" (
	"id" uuid PRIMARY KEY NOT NULL,
	"organization_id" uuid NOT NULL,
	"journal_entry_id" uuid NOT NULL,
	"account" "ledger_account" NOT NULL,
	"currency" text NOT NULL,
	"amount_minor" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "audit_event" (
	"id" uuid PRIMARY KEY NOT NULL,
	"organization_id" uuid,
	"actor_kind" "actor_kind" NOT NULL,
	"actor_user_id" uuid,
	"action" text NOT NULL,
	"entity_type" text NOT NULL,
	"entity_id" uuid NOT NULL,
	"detail" jsonb NOT NULL,
	"occurred_at" timestamp with time zone NOT NULL,
	"ip_address" text,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "job_lease" (
	"job" text PRIMARY KEY NOT NULL,
	"holder" uuid NOT NULL,
	"expires_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "job_run" (
	"id" uuid PRIMARY KEY NOT NULL,
	"job" text NOT NULL,
	"started_at" timestamp with time zone NOT NULL,
	"finished_at" timestamp with time zone,
	"processed" integer DEFAULT 0 NOT NULL,
	"failed" integer DEFAULT 0 NOT NULL,
	"lag_seconds" integer,
	"error" text
);
--> statement-breakpoint
CREATE TABLE "mail_message" (
	"id" uuid PRIMARY KEY NOT NULL,
	"organization_id" uuid,
	"topic" text NOT NULL,
	"entity_id" uuid NOT NULL,
	"recipient" text NOT NULL,
	"locale" "locale" NOT NULL,
	"subject" text NOT NULL,
	"html" text NOT NULL,
	"text" text NOT NULL,
	"attachment_file_id" uuid,
	"attachment_name" text,
	"is_test" boolean NOT NULL,
	"adapter" text,
	"provider_message_id" text,
	"written_at" timestamp with time zone NOT NULL,
	"sent_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "outbox_message" (
	"id" uuid PRIMARY KEY NOT NULL,
	"position" bigserial NOT NULL,
	"organization_id" uuid,
	"topic" text NOT NULL,
	"aggregate_id" uuid NOT NULL,
	"key" text NOT NULL,
	"payload" jsonb NOT NULL,
	"status" "outbox_status" DEFAULT 'pending' NOT NULL,
	"attempt_count" integer DEFAULT 0 NOT NULL,
	"available_at" timestamp with time zone DEFAULT now() NOT NULL,
	"locked_until" timestamp with time zone,
	"last_error" text,
	"delivered_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "outbox_message_key" UNIQUE("key")
);
--> statement-breakpoint
CREATE TABLE "organization" (
	"id" uuid PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"slug" text NOT NULL,
	"mode" "organization_mode" NOT NULL,
	"test_clock_id" uuid,
	"time_zone" text NOT NULL,
	"locale" "locale" NOT NULL,
	"legal_name" text NOT NULL,
	"vat_id" text,
	"country" text NOT NULL,
	"address_line" text NOT NULL,
	"postal_code" text NOT NULL,
	"city" text NOT NULL,
	"billing_email" text NOT NULL,
	"suspended_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "organization_live_has_no_clock" CHECK ("organization"."mode" = 'test' or "organization"."test_clock_id" is null)
);
--> statement-breakpoint
CREATE TABLE "test_clock" (
	"id" uuid PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"now_at" timestamp with time zone NOT NULL,
	"target_at" timestamp with time zone,
	"status" "test_clock_status" DEFAULT 'ready' NOT NULL,
	"follows_real_time" text DEFAULT 'no' NOT NULL,
	"lease_holder" uuid,
	"lease_until" timestamp with time zone,
	"last_error" text,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "payment_attempt" (
	"id" uuid PRIMARY KEY NOT NULL,
	"organization_id" uuid NOT NULL,
	"invoice_id" uuid NOT NULL,
	"attempt_number" integer NOT NULL,
	"session" "payment_session" NOT NULL,
	"status" "payment_attempt_status" NOT NULL,
	"idempotency_key" text NOT NULL,
	"amount_minor" bigint NOT NULL,
	"currency" text NOT NULL,
	"payment_method_id" uuid,
	"provider_payment_intent_id" text,
	"provider_charge_id" text,
	"failure_code" text,
	"decline_code" text,
	"failure_message" text,
	"started_at" timestamp with time zone NOT NULL,
	"settled_at" timestamp with time zone,
	"provider_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "payment_attempt_tenant_key" UNIQUE("organization_id","id"),
	CONSTRAINT "payment_attempt_number_key" UNIQUE("invoice_id","attempt_number"),
	CONSTRAINT "payment_attempt_idempotency_key" UNIQUE("idempotency_key"),
	CONSTRAINT "payment_attempt_intent_key" UNIQUE("provider_payment_intent_id"),
	CONSTRAINT "payment_attempt_positive" CHECK ("payment_attempt"."amount_minor" > 0)
);
--> statement-breakpoint
CREATE TABLE "payment_customer" (
	"id" uuid PRIMARY KEY NOT NULL,
	"organization_id" uuid NOT NULL,
	"provider" text NOT NULL,
	"provider_customer_id" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "payment_customer_key" UNIQUE("organization_id","provider"),
	CONSTRAINT "payment_customer_provider_key" UNIQUE("provider","provider_customer_id")
);
--> statement-breakpoint
CREATE TABLE "payment_method" (
	"id" uuid PRIMARY KEY NOT NULL,
	"organization_id" uuid NOT NULL,
	"provider" text NOT NULL,
	"provider_payment_method_id" text NOT NULL,
	"kind" text NOT NULL,
	"brand" text,
	"last4" text,
	"expiry_month" integer,
	"expiry_year" integer,
	"is_default" boolean NOT NULL,
	"detached_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "payment_method_tenant_key" UNIQUE("organization_id","id"),
	CONSTRAINT "payment_method_provider_key" UNIQUE("provider","provider_payment_method_id")
);
--> statement-breakpoint
CREATE TABLE "webhook_event" (
	"id" uuid PRIMARY KEY NOT NULL,
	"provider" text NOT NULL,
	"provider_event_id" text NOT NULL,
	"type" text NOT NULL,
	"object_id" text,
	"payload" jsonb NOT NULL,
	"received_at" timestamp with time zone NOT NULL,
	"processed_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "webhook_event_provider_key" UNIQUE("provider","provider_event_id")
);
--> statement-breakpoint
CREATE TABLE "metric_snapshot" (
	"organization_id" uuid NOT NULL,
	"metric_key" text NOT NULL,
	"day" date NOT NULL,
	"quantity" numeric NOT NULL,
	"taken_at" timestamp with time zone NOT NULL,
	CONSTRAINT "metric_snapshot_organization_id_metric_key_day_pk" PRIMARY KEY("organization_id","metric_key","day")
);
--> statement-breakpoint
CREATE TABLE "organization_limit" (
	"id" uuid PRIMARY KEY NOT NULL,
	"organization_id" uuid NOT NULL,
	"feature" text NOT NULL,
	"limit_value" numeric,
	"enabled" text NOT NULL,
	"behaviour" "entitlement_behaviour",
	"plan_name" text NOT NULL,
	"override_limit" numeric,
	"override_reason" text,
	"override_until" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "organization_limit_tenant_key" UNIQUE("organization_id","id")
);
--> statement-breakpoint
CREATE TABLE "usage_day" (
	"organization_id" uuid NOT NULL,
	"metric_key" text NOT NULL,
	"day" date NOT NULL,
	"quantity" numeric NOT NULL,
	"event_count" numeric NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "usage_day_organization_id_metric_key_day_pk" PRIMARY KEY("organization_id","metric_key","day")
);
--> statement-breakpoint
CREATE TABLE "usage_event" (
	"id" uuid NOT NULL,
	"organization_id" uuid NOT NULL,
	"metric_key" text NOT NULL,
	"event_id" text NOT NULL,
	"occurred_at" timestamp with time zone NOT NULL,
	"quantity" numeric NOT NULL,
	"user_id" uuid,
	"resource" text,
	"properties" jsonb,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "usage_event_id_occurred_at_pk" PRIMARY KEY("id","occurred_at")
);
--> statement-breakpoint
CREATE TABLE "usage_event_key" (
	"organization_id" uuid NOT NULL,
	"metric_key" text NOT NULL,
	"event_id" text NOT NULL,
	"payload_hash" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "usage_event_key_organization_id_metric_key_event_id_pk" PRIMARY KEY("organization_id","metric_key","event_id")
);
--> statement-breakpoint
ALTER TABLE "billed_usage" ADD CONSTRAINT "billed_usage_charge_id_metered_charge_id_fk" FOREIGN KEY ("charge_id") REFERENCES "public"."metered_charge"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "billed_usage" ADD CONSTRAINT "billed_usage_organization_id_billing_period_id_billing_period_organization_id_id_fk" FOREIGN KEY ("organization_id","billing_period_id") REFERENCES "public"."billing_period"("organization_id","id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "billing_account" ADD CONSTRAINT "billing_account_organization_id_organization_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organization"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "billing_period" ADD CONSTRAINT "billing_period_organization_id_subscription_id_subscription_organization_id_id_fk" FOREIGN KEY ("organization_id","subscription_id") REFERENCES "public"."subscription"("organization_id","id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "pending_change" ADD CONSTRAINT "pending_change_organization_id_subscription_id_subscription_organization_id_id_fk" FOREIGN KEY ("organization_id","subscription_id") REFERENCES "public"."subscription"("organization_id","id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "subscription" ADD CONSTRAINT "subscription_plan_version_id_plan_version_id_fk" FOREIGN KEY ("plan_version_id") REFERENCES "public"."plan_version"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "subscription" ADD CONSTRAINT "subscription_price_id_price_id_fk" FOREIGN KEY ("price_id") REFERENCES "public"."price"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "subscription" ADD CONSTRAINT "subscription_organization_id_billing_account_id_billing_account_organization_id_id_fk" FOREIGN KEY ("organization_id","billing_account_id") REFERENCES "public"."billing_account"("organization_id","id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "announcement" ADD CONSTRAINT "announcement_author_user_id_user_account_id_fk" FOREIGN KEY ("author_user_id") REFERENCES "public"."user_account"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "announcement" ADD CONSTRAINT "announcement_organization_id_building_id_building_organization_id_id_fk" FOREIGN KEY ("organization_id","building_id") REFERENCES "public"."building"("organization_id","id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "apartment" ADD CONSTRAINT "apartment_organization_id_building_id_building_organization_id_id_fk" FOREIGN KEY ("organization_id","building_id") REFERENCES "public"."building"("organization_id","id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "building" ADD CONSTRAINT "building_organization_id_organization_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organization"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "document" ADD CONSTRAINT "document_organization_id_building_id_building_organization_id_id_fk" FOREIGN KEY ("organization_id","building_id") REFERENCES "public"."building"("organization_id","id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "occupancy" ADD CONSTRAINT "occupancy_user_id_user_account_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."user_account"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "occupancy" ADD CONSTRAINT "occupancy_organization_id_apartment_id_apartment_organization_id_id_fk" FOREIGN KEY ("organization_id","apartment_id") REFERENCES "public"."apartment"("organization_id","id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "metered_charge" ADD CONSTRAINT "metered_charge_plan_version_id_plan_version_id_fk" FOREIGN KEY ("plan_version_id") REFERENCES "public"."plan_version"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "metered_charge" ADD CONSTRAINT "metered_charge_metric_key_metric_key_fk" FOREIGN KEY ("metric_key") REFERENCES "public"."metric"("key") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "entitlement" ADD CONSTRAINT "entitlement_plan_version_id_plan_version_id_fk" FOREIGN KEY ("plan_version_id") REFERENCES "public"."plan_version"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "plan_version" ADD CONSTRAINT "plan_version_plan_id_plan_id_fk" FOREIGN KEY ("plan_id") REFERENCES "public"."plan"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "price" ADD CONSTRAINT "price_plan_version_id_plan_version_id_fk" FOREIGN KEY ("plan_version_id") REFERENCES "public"."plan_version"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "auth_token" ADD CONSTRAINT "auth_token_user_id_user_account_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."user_account"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "auth_token" ADD CONSTRAINT "auth_token_for_organization_id_organization_id_fk" FOREIGN KEY ("for_organization_id") REFERENCES "public"."organization"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "membership" ADD CONSTRAINT "membership_user_id_user_account_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."user_account"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "membership" ADD CONSTRAINT "membership_organization_id_organization_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organization"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "user_session" ADD CONSTRAINT "user_session_user_id_user_account_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."user_account"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "user_session" ADD CONSTRAINT "user_session_active_organization_id_organization_id_fk" FOREIGN KEY ("active_organization_id") REFERENCES "public"."organization"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "document_counter" ADD CONSTRAINT "document_counter_issuer_id_issuer_id_fk" FOREIGN KEY ("issuer_id") REFERENCES "public"."issuer"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invoice" ADD CONSTRAINT "invoice_issuer_id_issuer_id_fk" FOREIGN KEY ("issuer_id") REFERENCES "public"."issuer"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invoice" ADD CONSTRAINT "invoice_organization_id_organization_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organization"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invoice" ADD CONSTRAINT "invoice_organization_id_pdf_file_id_stored_file_organization_id_id_fk" FOREIGN KEY ("organization_id","pdf_file_id") REFERENCES "public"."stored_file"("organization_id","id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invoice_line" ADD CONSTRAINT "invoice_line_organization_id_invoice_id_invoice_organization_id_id_fk" FOREIGN KEY ("organization_id","invoice_id") REFERENCES "public"."invoice"("organization_id","id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invoice_tax" ADD CONSTRAINT "invoice_tax_organization_id_invoice_id_invoice_organization_id_id_fk" FOREIGN KEY ("organization_id","invoice_id") REFERENCES "public"."invoice"("organization_id","id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "stored_file" ADD CONSTRAINT "stored_file_organization_id_organization_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organization"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "journal_entry" ADD CONSTRAINT "journal_entry_organization_id_organization_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organization"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "journal_line" ADD CONSTRAINT "journal_line_organization_id_journal_entry_id_journal_entry_organization_id_id_fk" FOREIGN KEY ("organization_id","journal_entry_id") REFERENCES "public"."journal_entry"("organization_id","id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "organization" ADD CONSTRAINT "organization_test_clock_id_test_clock_id_fk" FOREIGN KEY ("test_clock_id") REFERENCES "public"."test_clock"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "payment_attempt" ADD CONSTRAINT "payment_attempt_organization_id_invoice_id_invoice_organization_id_id_fk" FOREIGN KEY ("organization_id","invoice_id") REFERENCES "public"."invoice"("organization_id","id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "payment_attempt" ADD CONSTRAINT "payment_attempt_organization_id_payment_method_id_payment_method_organization_id_id_fk" FOREIGN KEY ("organization_id","payment_method_id") REFERENCES "public"."payment_method"("organization_id","id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "payment_customer" ADD CONSTRAINT "payment_customer_organization_id_organization_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organization"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "payment_method" ADD CONSTRAINT "payment_method_organization_id_organization_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organization"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "metric_snapshot" ADD CONSTRAINT "metric_snapshot_metric_key_metric_key_fk" FOREIGN KEY ("metric_key") REFERENCES "public"."metric"("key") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "metric_snapshot" ADD CONSTRAINT "metric_snapshot_organization_id_organization_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organization"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "organization_limit" ADD CONSTRAINT "organization_limit_organization_id_organization_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organization"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "usage_day" ADD CONSTRAINT "usage_day_metric_key_metric_key_fk" FOREIGN KEY ("metric_key") REFERENCES "public"."metric"("key") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "usage_day" ADD CONSTRAINT "usage_day_organization_id_organization_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organization"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "pending_change_open_key" ON "pending_change" USING btree ("subscription_id") WHERE "pending_change"."applied_at" is null and "pending_change"."dropped_at" is null;--> statement-breakpoint
CREATE UNIQUE INDEX "subscription_living_key" ON "subscription" USING btree ("organization_id") WHERE "subscription"."status" in ('trialing', 'active', 'past_due', 'unpaid', 'paused', 'incomplete');--> statement-breakpoint
CREATE INDEX "subscription_due_idx" ON "subscription" USING btree ("billing_account_id","next_boundary_at") WHERE "subscription"."parked_at" is null and "subscription"."test_clock_id" is null and "subscription"."next_boundary_at" is not null;--> statement-breakpoint
CREATE INDEX "subscription_clock_idx" ON "subscription" USING btree ("test_clock_id","next_boundary_at");--> statement-breakpoint
CREATE INDEX "announcement_building_idx" ON "announcement" USING btree ("organization_id","building_id","published_at");--> statement-breakpoint
CREATE INDEX "document_organization_idx" ON "document" USING btree ("organization_id");--> statement-breakpoint
CREATE INDEX "occupancy_user_idx" ON "occupancy" USING btree ("organization_id","user_id");--> statement-breakpoint
CREATE INDEX "metered_charge_version_idx" ON "metered_charge" USING btree ("plan_version_id");--> statement-breakpoint
CREATE UNIQUE INDEX "auth_token_hash_key" ON "auth_token" USING btree ("token_hash");--> statement-breakpoint
CREATE UNIQUE INDEX "membership_user_key" ON "membership" USING btree ("organization_id","user_id") WHERE "membership"."ended_at" is null;--> statement-breakpoint
CREATE INDEX "membership_user_idx" ON "membership" USING btree ("user_id");--> statement-breakpoint
CREATE INDEX "sign_in_attempt_email_idx" ON "sign_in_attempt" USING btree ("email_hash","attempted_at");--> statement-breakpoint
CREATE INDEX "sign_in_attempt_ip_idx" ON "sign_in_attempt" USING btree ("ip_address","attempted_at");--> statement-breakpoint
CREATE INDEX "sign_in_attempt_time_idx" ON "sign_in_attempt" USING btree ("attempted_at");--> statement-breakpoint
CREATE UNIQUE INDEX "user_account_email_key" ON "user_account" USING btree (lower("email"));--> statement-breakpoint
CREATE INDEX "user_session_user_idx" ON "user_session" USING btree ("user_id");--> statement-breakpoint
CREATE UNIQUE INDEX "invoice_cycle_key" ON "invoice" USING btree ("billing_period_id") WHERE "invoice"."kind" = 'cycle' and "invoice"."status" <> 'void';--> statement-breakpoint
CREATE INDEX "invoice_organization_idx" ON "invoice" USING btree ("organization_id","issued_at" DESC NULLS LAST,"id");--> statement-breakpoint
CREATE INDEX "invoice_subscription_idx" ON "invoice" USING btree ("subscription_id");--> statement-breakpoint
CREATE INDEX "invoice_status_idx" ON "invoice" USING btree ("status","issued_at" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "invoice_issued_idx" ON "invoice" USING btree ("issued_at" DESC NULLS LAST,"id");--> statement-breakpoint
CREATE UNIQUE INDEX "journal_entry_source_key" ON "journal_entry" USING btree ("kind","source_id");--> statement-breakpoint
CREATE INDEX "journal_line_entry_idx" ON "journal_line" USING btree ("journal_entry_id");--> statement-breakpoint
CREATE INDEX "journal_line_account_idx" ON "journal_line" USING btree ("organization_id","account");--> statement-breakpoint
CREATE INDEX "audit_event_organization_idx" ON "audit_event" USING btree ("organization_id","occurred_at" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "audit_event_entity_idx" ON "audit_event" USING btree ("entity_id");--> statement-breakpoint
CREATE INDEX "job_run_job_idx" ON "job_run" USING btree ("job","started_at" DESC NULLS LAST);--> statement-breakpoint
CREATE UNIQUE INDEX "mail_message_once_key" ON "mail_message" USING btree ("topic","entity_id","recipient");--> statement-breakpoint
CREATE INDEX "mail_message_written_idx" ON "mail_message" USING btree ("written_at" DESC NULLS LAST,"id");--> statement-breakpoint
CREATE INDEX "mail_message_organization_idx" ON "mail_message" USING btree ("organization_id","written_at" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "outbox_message_pending_idx" ON "outbox_message" USING btree ("available_at","position") WHERE "outbox_message"."status" = 'pending';--> statement-breakpoint
CREATE INDEX "outbox_message_aggregate_idx" ON "outbox_message" USING btree ("aggregate_id","position") WHERE "outbox_message"."status" = 'pending';--> statement-breakpoint
CREATE INDEX "outbox_message_organization_idx" ON "outbox_message" USING btree ("organization_id") WHERE "outbox_message"."status" = 'pending';--> statement-breakpoint
CREATE UNIQUE INDEX "organization_slug_key" ON "organization" USING btree ("slug");--> statement-breakpoint
CREATE UNIQUE INDEX "payment_attempt_one_open_key" ON "payment_attempt" USING btree ("invoice_id") WHERE "payment_attempt"."status" in ('pending', 'processing', 'unknown', 'requires_action');--> statement-breakpoint
CREATE INDEX "payment_attempt_status_idx" ON "payment_attempt" USING btree ("status","created_at");--> statement-breakpoint
CREATE UNIQUE INDEX "payment_method_default_key" ON "payment_method" USING btree ("organization_id") WHERE "payment_method"."is_default" and "payment_method"."detached_at" is null;--> statement-breakpoint
CREATE INDEX "webhook_event_received_idx" ON "webhook_event" USING btree ("received_at");--> statement-breakpoint
CREATE UNIQUE INDEX "organization_limit_feature_key" ON "organization_limit" USING btree ("organization_id","feature");--> statement-breakpoint
CREATE INDEX "usage_event_metric_idx" ON "usage_event" USING btree ("organization_id","metric_key","occurred_at");