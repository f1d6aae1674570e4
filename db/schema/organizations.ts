import { sql } from "drizzle-orm";
import { check, pgEnum, pgTable, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { id, instant, timestamps } from "@/db/columns";
import { LOCALES } from "@/lib/core/locale";
import { ORGANIZATION_MODES } from "@/lib/organizations/organization";
import { TEST_CLOCK_STATUSES } from "@/lib/organizations/test-clock";

export const localeEnum = pgEnum("locale", LOCALES);
export const organizationModeEnum = pgEnum("organization_mode", ORGANIZATION_MODES);
export const testClockStatusEnum = pgEnum("test_clock_status", TEST_CLOCK_STATUSES);

/** A clock that test organizations live by. Its `nowAt` only moves forward. */
export const testClock = pgTable("test_clock", {
  id: id(),
  name: text("name").notNull(),
  nowAt: instant("now_at").notNull(),
  targetAt: instant("target_at"),
  status: testClockStatusEnum("status").notNull().default("ready"),
  /** The scheduler keeps it at real time (the demo's clocks, once they have reached today). */
  followsRealTime: text("follows_real_time").$type<"yes" | "no">().notNull().default("no"),
  /** Which process moves it now; a lease that has lapsed was left by one that died. */
  leaseHolder: uuid("lease_holder"),
  leaseUntil: instant("lease_until"),
  lastError: text("last_error"),
  ...timestamps(),
});

/** The customer of our billing: a management company, or one person who looks after a few buildings. */
export const organization = pgTable(
  "organization",
  {
    id: id(),
    name: text("name").notNull(),
    slug: text("slug").notNull(),
    mode: organizationModeEnum("mode").notNull(),
    testClockId: uuid("test_clock_id").references(() => testClock.id, { onDelete: "restrict" }),
    timeZone: text("time_zone").notNull(),
    locale: localeEnum("locale").notNull(),
    legalName: text("legal_name").notNull(),
    vatId: text("vat_id"),
    country: text("country").notNull(),
    addressLine: text("address_line").notNull(),
    postalCode: text("postal_code").notNull(),
    city: text("city").notNull(),
    billingEmail: text("billing_email").notNull(),
    suspendedAt: instant("suspended_at"),
    ...timestamps(),
  },
  (t) => [
    uniqueIndex("organization_slug_key").on(t.slug),
    check("organization_live_has_no_clock", sql`${t.mode} = 'test' or ${t.testClockId} is null`),
  ],
);
