import "server-only";
import { sql } from "drizzle-orm";
import { documentCounter } from "@/db/schema/invoicing";
import type { Executor } from "@/db/transaction";
import type { CalendarDate } from "@/lib/core/calendar";

export type NumberRange = { issuerId: string; series: string; year: number; first: number; issueDate: CalendarDate };

/**
 * Takes `count` consecutive numbers of a series. One statement on the counter row, which stays locked until the
 * transaction ends: if it rolls back, so do the numbers, and no gap is left. The day of issue never runs backwards
 * within a series, even when the clock does.
 */
export async function takeInvoiceNumbers(
  tx: Executor,
  request: { issuerId: string; series: string; issueDate: CalendarDate; count: number },
): Promise<NumberRange> {
  const year = Number(request.issueDate.slice(0, 4));
  const [row] = await tx
    .insert(documentCounter)
    .values({
      issuerId: request.issuerId,
      series: request.series,
      year,
      next: request.count + 1,
      lastIssueDate: request.issueDate,
    })
    .onConflictDoUpdate({
      target: [documentCounter.issuerId, documentCounter.series, documentCounter.year],
      set: {
        next: sql`${documentCounter.next} + ${request.count}`,
        lastIssueDate: sql`greatest(${documentCounter.lastIssueDate}, excluded.last_issue_date)`,
      },
    })
    .returning({ next: documentCounter.next, lastIssueDate: documentCounter.lastIssueDate });
  if (!row) throw new Error("the document counter gave no number");

  return {
    issuerId: request.issuerId,
    series: request.series,
    year,
    first: row.next - request.count,
    issueDate: row.lastIssueDate ?? request.issueDate,
  };
}
