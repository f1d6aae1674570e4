import { sql } from "drizzle-orm";
import {
  boolean,
  check,
  customType,
  date,
  foreignKey,
  index,
  integer,
  jsonb,
  pgEnum,
  pgTable,
  primaryKey,
  text,
  unique,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import { amountMinor, decimal, id, instant, organizationId, timestamps } from "@/db/columns";
import { localeEnum, organization, organizationModeEnum } from "@/db/schema/organizations";
import type { CalendarDate } from "@/lib/core/calendar";
import type { Localized } from "@/lib/core/locale";
import type { Explanation } from "@/lib/invoicing/explanation";
import { INVOICE_KINDS, INVOICE_STATUSES } from "@/lib/invoicing/invoice";
import type { InvoiceParty } from "@/lib/invoicing/invoice-party";
import { LINE_ITEM_KINDS } from "@/lib/invoicing/line-item";
import { PRORATION_DOCUMENTS } from "@/lib/invoicing/issuer";

export const invoiceStatusEnum = pgEnum("invoice_status", INVOICE_STATUSES);
export const invoiceKindEnum = pgEnum("invoice_kind", INVOICE_KINDS);
export const lineItemKindEnum = pgEnum("line_item_kind", LINE_ITEM_KINDS);
export const prorationDocumentEnum = pgEnum("proration_document", PRORATION_DOCUMENTS);

const bytes = customType<{ data: Uint8Array; driverData: Buffer }>({
  dataType: () => "bytea",
  toDriver: (value) => Buffer.from(value),
  fromDriver: (value) => new Uint8Array(value),
});

/** Who issues documents. Test organizations have their own issuer and series. */
export const issuer = pgTable("issuer", {
  id: id(),
  mode: organizationModeEnum("mode").notNull().unique(),
  name: text("name").notNull(),
  vatId: text("vat_id").notNull(),
  registrationNumber: text("registration_number"),
  country: text("country").notNull(),
  timeZone: text("time_zone").notNull(),
  addressLine: text("address_line").notNull(),
  postalCode: text("postal_code").notNull(),
  city: text("city").notNull(),
  email: text("email").notNull(),
  iban: text("iban"),
  numberPrefix: text("number_prefix").notNull(),
  prorationDocument: prorationDocumentEnum("proration_document").notNull(),
  ...timestamps(),
});

/** Gapless numbers: one row per (issuer, series, year), raised in the transaction that opens the document. */
export const documentCounter = pgTable(
  "document_counter",
  {
    issuerId: uuid("issuer_id")
      .notNull()
      .references(() => issuer.id, { onDelete: "restrict" }),
    series: text("series").notNull(),
    year: integer("year").notNull(),
    next: integer("next").notNull(),
    lastIssueDate: date("last_issue_date").$type<CalendarDate>(),
  },
  (t) => [primaryKey({ columns: [t.issuerId, t.series, t.year] })],
);

/** A file kept for good. The bytes stay in the database under the default adapter. */
export const storedFile = pgTable(
  "stored_file",
  {
    id: id(),
    organizationId: organizationId(),
    contentType: text("content_type").notNull(),
    sha256: text("sha256").notNull(),
    sizeBytes: integer("size_bytes").notNull(),
    content: bytes("content"),
    ...timestamps(),
  },
  (t) => [
    unique("stored_file_tenant_key").on(t.organizationId, t.id),
    foreignKey({ columns: [t.organizationId], foreignColumns: [organization.id] }).onDelete("restrict"),
  ],
);

export const invoice = pgTable(
  "invoice",
  {
    id: id(),
    organizationId: organizationId(),
    billingAccountId: uuid("billing_account_id").notNull(),
    /** The subscription and period it was issued for; an invoice does not otherwise know what a subscription is. */
    subscriptionId: uuid("subscription_id"),
    billingPeriodId: uuid("billing_period_id"),
    issuerId: uuid("issuer_id")
      .notNull()
      .references(() => issuer.id, { onDelete: "restrict" }),
    kind: invoiceKindEnum("kind").notNull(),
    status: invoiceStatusEnum("status").notNull(),
    series: text("series"),
    year: integer("series_year"),
    sequence: integer("series_sequence"),
    number: text("number"),
    currency: text("currency").notNull(),
    locale: localeEnum("locale").notNull(),
    issueDate: date("issue_date").$type<CalendarDate>(),
    issuedAt: instant("issued_at"),
    dueDate: date("due_date").$type<CalendarDate>(),
    paidAt: instant("paid_at"),
    subtotalMinor: amountMinor("subtotal_minor").notNull(),
    taxMinor: amountMinor("tax_minor").notNull(),
    totalMinor: amountMinor("total_minor").notNull(),
    /** Applied in this order: credit notes, credit balance, payment. */
    creditedMinor: amountMinor("credited_minor")
      .notNull()
      .default(sql`0`),
    creditAppliedMinor: amountMinor("credit_applied_minor")
      .notNull()
      .default(sql`0`),
    amountPaidMinor: amountMinor("amount_paid_minor")
      .notNull()
      .default(sql`0`),
    seller: jsonb("seller").$type<InvoiceParty>().notNull(),
    customer: jsonb("customer").$type<InvoiceParty>().notNull(),
    subscriptionLabel: jsonb("subscription_label").$type<Localized>(),
    isTest: boolean("is_test").notNull(),
    pdfFileId: uuid("pdf_file_id"),
    ...timestamps(),
  },
  (t) => [
    unique("invoice_tenant_key").on(t.organizationId, t.id),
    unique("invoice_number_key").on(t.issuerId, t.series, t.year, t.sequence),
    uniqueIndex("invoice_cycle_key")
      .on(t.billingPeriodId)
      .where(sql`${t.kind} = 'cycle' and ${t.status} <> 'void'`),
    foreignKey({ columns: [t.organizationId], foreignColumns: [organization.id] }).onDelete("restrict"),
    foreignKey({
      columns: [t.organizationId, t.pdfFileId],
      foreignColumns: [storedFile.organizationId, storedFile.id],
    }).onDelete("restrict"),
    index("invoice_organization_idx").on(t.organizationId, t.issuedAt.desc(), t.id),
    index("invoice_subscription_idx").on(t.subscriptionId),
    index("invoice_status_idx").on(t.status, t.issuedAt.desc()),
    index("invoice_issued_idx").on(t.issuedAt.desc(), t.id),
    check("invoice_total_adds_up", sql`${t.totalMinor} = ${t.subtotalMinor} + ${t.taxMinor}`),
    check("invoice_total_not_negative", sql`${t.totalMinor} >= 0`),
    check(
      "invoice_not_overpaid",
      sql`${t.creditedMinor} + ${t.creditAppliedMinor} + ${t.amountPaidMinor} <= ${t.totalMinor}`,
    ),
    check("invoice_numbered_unless_draft", sql`(${t.status} = 'draft') = (${t.number} is null)`),
  ],
);

export const invoiceLine = pgTable(
  "invoice_line",
  {
    id: id(),
    organizationId: organizationId(),
    invoiceId: uuid("invoice_id").notNull(),
    position: integer("position").notNull(),
    kind: lineItemKindEnum("kind").notNull(),
    description: jsonb("description").$type<Localized>().notNull(),
    servicePeriodStart: date("service_period_start").$type<CalendarDate>().notNull(),
    servicePeriodEnd: date("service_period_end").$type<CalendarDate>().notNull(),
    taxPoint: date("tax_point").$type<CalendarDate>().notNull(),
    quantity: decimal("quantity").notNull(),
    unitPrice: decimal("unit_price").notNull(),
    amountExact: decimal("amount_exact").notNull(),
    amountMinor: amountMinor("amount_minor").notNull(),
    taxCategory: text("tax_category").notNull(),
    taxRate: decimal("tax_rate").notNull(),
    priceId: uuid("price_id"),
    chargeId: uuid("charge_id"),
    metricKey: text("metric_key"),
    explanation: jsonb("explanation").$type<Explanation>().notNull(),
    ...timestamps(),
  },
  (t) => [
    unique("invoice_line_tenant_key").on(t.organizationId, t.id),
    unique("invoice_line_position_key").on(t.invoiceId, t.position),
    foreignKey({
      columns: [t.organizationId, t.invoiceId],
      foreignColumns: [invoice.organizationId, invoice.id],
    }).onDelete("restrict"),
  ],
);

/** EN 16931 BG-23: one row per (category, rate). */
export const invoiceTax = pgTable(
  "invoice_tax",
  {
    id: id(),
    organizationId: organizationId(),
    invoiceId: uuid("invoice_id").notNull(),
    category: text("category").notNull(),
    rate: decimal("rate").notNull(),
    baseMinor: amountMinor("base_minor").notNull(),
    taxMinor: amountMinor("tax_minor").notNull(),
    exemptionText: jsonb("exemption_text").$type<Localized>(),
    ...timestamps(),
  },
  (t) => [
    unique("invoice_tax_rate_key").on(t.invoiceId, t.category, t.rate),
    foreignKey({
      columns: [t.organizationId, t.invoiceId],
      foreignColumns: [invoice.organizationId, invoice.id],
    }).onDelete("restrict"),
  ],
);
