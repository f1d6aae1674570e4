import { performance } from "node:perf_hooks";
import type postgres from "postgres";

/** What closing wrote, in an order that satisfies the foreign keys. */
const TABLES = [
  "billing_period",
  "billed_usage",
  "invoice",
  "invoice_line",
  "invoice_tax",
  "journal_entry",
  "journal_line",
  "audit_event",
  "outbox_message",
] as const;

type Rows = Record<string, unknown>[];

/**
 * The limit closing is compared with: the rows it wrote, inserted again into the twin database by multi-row INSERT in as
 * many transactions, with its updates of subscriptions and periods, and no logic at all.
 */
export async function rewriteClosedRows(given: {
  from: postgres.Sql;
  to: postgres.Sql;
  batch: number;
}): Promise<{ seconds: number; rows: number }> {
  const { from, to, batch } = given;
  const organizations = await from<{ organization_id: string }[]>`
    select organization_id from billing_account order by id`;
  const chunks: { ids: string[]; tables: { name: string; rows: Rows }[] }[] = [];
  for (let start = 0; start < organizations.length; start += batch) {
    const ids = organizations.slice(start, start + batch).map((row) => row.organization_id);
    const tables = [];
    for (const name of TABLES) tables.push({ name, rows: await readRows(from, name, ids) });
    chunks.push({ ids, tables });
  }

  const startedAt = performance.now();
  for (const chunk of chunks) {
    await to.begin(async (tx) => {
      for (const { name, rows } of chunk.tables) await insertRows(tx, name, rows);
      await tx`update billing_period set closed_at = now() where organization_id = any(${chunk.ids}::uuid[]) and sequence = 1`;
      await tx`update subscription set current_sequence = 2, next_boundary_at = next_boundary_at + interval '28 days' where organization_id = any(${chunk.ids}::uuid[])`;
    });
  }
  const seconds = (performance.now() - startedAt) / 1000;
  return {
    seconds,
    rows: chunks.reduce((sum, chunk) => sum + chunk.tables.reduce((all, table) => all + table.rows.length, 0), 0),
  };
}

async function readRows(sql: postgres.Sql, table: string, organizationIds: string[]): Promise<Rows> {
  const opened = table === "billing_period" ? sql`and sequence = 2` : sql``;
  const rows = await sql<{ row: Record<string, unknown> }[]>`
    select to_jsonb(t) as row from ${sql(table)} t where organization_id = any(${organizationIds}::uuid[]) ${opened}`;
  // created_at is the transaction's own time, as the trigger on invoice lines expects.
  return rows.map(({ row: { created_at: _createdAt, ...rest } }) => rest);
}

/** Most columns of a statement that stay under the protocol's 65,535 parameters. */
const MAX_PARAMETERS = 60_000;

async function insertRows(tx: postgres.TransactionSql, table: string, rows: Rows): Promise<void> {
  const columns = Object.keys(rows[0] ?? {});
  if (columns.length === 0) return;
  const size = Math.floor(MAX_PARAMETERS / columns.length);
  for (let start = 0; start < rows.length; start += size) {
    await tx`insert into ${tx(table)} ${tx(rows.slice(start, start + size) as never, columns as never)}`;
  }
}
