import "server-only";
import { getTableColumns, getTableName, type InferInsertModel, type SQL, sql } from "drizzle-orm";
import type { PgTable } from "drizzle-orm/pg-core";
import type { Executor } from "@/db/transaction";

/**
 * Inserts many rows in one statement with one parameter: the rows travel as JSON and PostgreSQL unpacks them. At hundreds of
 * rows this takes a fraction of the time that a placeholder for every value does, and no row limit comes with it. For tables
 * of texts, numbers, dates, enums and JSON; not for bytes. Columns that no row gives keep their defaults.
 */
export async function insertRows<Table extends PgTable>(
  tx: Executor,
  table: Table,
  rows: readonly InferInsertModel<Table>[],
): Promise<void> {
  await insert(tx, { table, rows, onConflict: sql`` });
}

/** The same, leaving out rows whose key is there already. */
export async function insertNewRows<Table extends PgTable>(
  tx: Executor,
  table: Table,
  rows: readonly InferInsertModel<Table>[],
): Promise<void> {
  await insert(tx, { table, rows, onConflict: sql`on conflict do nothing` });
}

async function insert<Table extends PgTable>(
  tx: Executor,
  { table, rows, onConflict }: { table: Table; rows: readonly InferInsertModel<Table>[]; onConflict: SQL },
): Promise<void> {
  if (rows.length === 0) return;
  const columns = Object.entries(getTableColumns(table));
  const given = columns.filter(([key, column]) => column.defaultFn !== undefined || rows.some((row) => key in row));
  const records = rows.map((row) => record(given, row as Record<string, unknown>));
  const names = sql.join(
    given.map(([, column]) => sql.identifier(column.name)),
    sql`, `,
  );
  const target = sql.identifier(getTableName(table));

  await tx.execute(sql`
    insert into ${target} (${names})
    select ${names} from jsonb_populate_recordset(null::${target}, ${JSON.stringify(records)}::jsonb)
    ${onConflict}`);
}

type Columns = [string, { name: string; defaultFn: (() => unknown) | undefined }][];

function record(columns: Columns, row: Record<string, unknown>): Record<string, unknown> {
  const values: Record<string, unknown> = {};
  for (const [key, column] of columns) {
    const value = row[key];
    values[column.name] = value === undefined && column.defaultFn ? column.defaultFn() : value;
  }
  return values;
}
