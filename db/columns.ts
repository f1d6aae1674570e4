import { sql } from "drizzle-orm";
import { bigint, numeric, timestamp, uuid } from "drizzle-orm/pg-core";
import { newId } from "@/lib/core/ids";
import type { AmountMinor } from "@/lib/core/money";

/** Primary key: UUIDv7 made by the application, so that an id is known (and can be persisted) before its row is. */
export const id = () => uuid("id").primaryKey().$defaultFn(newId);

/** The tenant. Every table that carries it has forced row-level security and composite foreign keys. */
export const organizationId = () => uuid("organization_id").notNull();

/** An amount in minor units of the row's currency. */
export const amountMinor = (name: string) => bigint(name, { mode: "number" }).$type<AmountMinor>();

/** An exact decimal, read and written as a string: quantities, unit prices, rates, unrounded amounts. */
export const decimal = (name: string) => numeric(name);

/** An instant in UTC with microseconds. */
export const instant = (name: string) => timestamp(name, { withTimezone: true, mode: "date" });

/** When the row was written, by the database's own clock: never a billing instant. */
export const timestamps = () => ({
  createdAt: instant("created_at")
    .notNull()
    .default(sql`now()`),
});
