import "server-only";
import { asc, eq, inArray } from "drizzle-orm";
import { journalEntry, journalLine } from "@/db/schema/ledger";
import type { Executor } from "@/db/transaction";
import { type Currency, currencyOf } from "@/lib/core/currency";
import { groupBy } from "@/lib/core/group-by";
import type { AmountMinor } from "@/lib/core/money";
import type { Account } from "@/lib/ledger/account";

export type PostedEntry = {
  id: string;
  kind: string;
  occurredAt: Date;
  /** Debit positive, credit negative; they sum to zero. */
  lines: { id: string; account: Account; currency: Currency; amountMinor: AmountMinor }[];
};

/** What was posted for some rows (an invoice, its payment attempts), in the order it happened. */
export async function journalEntriesOf(tx: Executor, sourceIds: readonly string[]): Promise<PostedEntry[]> {
  if (sourceIds.length === 0) return [];
  const rows = await tx
    .select({ entry: journalEntry, line: journalLine })
    .from(journalEntry)
    .innerJoin(journalLine, eq(journalLine.journalEntryId, journalEntry.id))
    .where(inArray(journalEntry.sourceId, [...sourceIds]))
    .orderBy(asc(journalEntry.occurredAt), asc(journalEntry.id), asc(journalLine.id));

  return [...groupBy(rows, ({ entry }) => entry.id).entries()].map(([id, lines]) => ({
    id,
    kind: lines[0]?.entry.kind ?? "",
    occurredAt: lines[0]?.entry.occurredAt ?? new Date(0),
    lines: lines.map(({ line }) => ({
      id: line.id,
      account: line.account,
      currency: currencyOf(line.currency),
      amountMinor: line.amountMinor,
    })),
  }));
}
