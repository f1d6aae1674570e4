import "server-only";
import { insertRows } from "@/db/insert-rows";
import { journalEntry, journalLine } from "@/db/schema/ledger";
import type { Executor } from "@/db/transaction";
import { newId } from "@/lib/core/ids";
import type { JournalEntry } from "@/lib/ledger/journal-entry";
import type { OrganizationMode } from "@/lib/organizations/organization";

export type NewJournalEntry = {
  organizationId: string;
  mode: OrganizationMode;
  /** The row it is posted for. With the entry's kind it is unique: the same thing is never posted twice. */
  sourceId: string;
  occurredAt: Date;
  entry: JournalEntry;
};

/** Posts double entries, in the transaction of what they record. Two statements for all; empty entries are left out. */
export async function postJournalEntries(tx: Executor, entries: NewJournalEntry[]): Promise<void> {
  const posted = entries.filter(({ entry }) => entry.lines.length > 0).map((given) => ({ ...given, id: newId() }));

  await insertRows(
    tx,
    journalEntry,
    posted.map(({ id, organizationId, mode, sourceId, occurredAt, entry }) => ({
      id,
      organizationId,
      mode,
      sourceId,
      occurredAt,
      kind: entry.kind,
    })),
  );
  await insertRows(
    tx,
    journalLine,
    posted.flatMap(({ id, organizationId, entry }) =>
      entry.lines.map((line) => ({
        organizationId,
        journalEntryId: id,
        account: line.account,
        currency: entry.currency,
        amountMinor: line.amountMinor,
      })),
    ),
  );
}
