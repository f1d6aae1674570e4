import { foreignKey, index, pgEnum, pgTable, text, unique, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { amountMinor, id, instant, organizationId, timestamps } from "@/db/columns";
import { organization, organizationModeEnum } from "@/db/schema/organizations";
import { ACCOUNTS } from "@/lib/ledger/account";

export const accountEnum = pgEnum("ledger_account", ACCOUNTS);

/** Posted once, never changed. Its lines sum to zero per currency (a deferred constraint trigger proves it at commit). */
export const journalEntry = pgTable(
  "journal_entry",
  {
    id: id(),
    organizationId: organizationId(),
    mode: organizationModeEnum("mode").notNull(),
    /** What was posted, such as "invoice_issued", and the row it was posted for: posting it again is refused. */
    kind: text("kind").notNull(),
    sourceId: uuid("source_id").notNull(),
    occurredAt: instant("occurred_at").notNull(),
    ...timestamps(),
  },
  (t) => [
    unique("journal_entry_tenant_key").on(t.organizationId, t.id),
    uniqueIndex("journal_entry_source_key").on(t.kind, t.sourceId),
    foreignKey({ columns: [t.organizationId], foreignColumns: [organization.id] }).onDelete("restrict"),
  ],
);

/** Debit positive, credit negative. */
export const journalLine = pgTable(
  "journal_line",
  {
    id: id(),
    organizationId: organizationId(),
    journalEntryId: uuid("journal_entry_id").notNull(),
    account: accountEnum("account").notNull(),
    currency: text("currency").notNull(),
    amountMinor: amountMinor("amount_minor").notNull(),
  },
  (t) => [
    foreignKey({
      columns: [t.organizationId, t.journalEntryId],
      foreignColumns: [journalEntry.organizationId, journalEntry.id],
    }).onDelete("restrict"),
    index("journal_line_entry_idx").on(t.journalEntryId),
    index("journal_line_account_idx").on(t.organizationId, t.account),
  ],
);
