import { type SQL, sql } from "drizzle-orm";

type ColumnType = "text" | "uuid" | "date" | "timestamptz" | "numeric" | "jsonb";

/** Name, type and value of one column. */
export type UnnestColumn<Row> = [name: string, type: ColumnType, valueOf: (row: Row) => string | null];

/**
 * Rows as a table `e` in a FROM clause, one parameter a column: the statement stays the same however many rows there are. The
 * lists travel as text, because Drizzle takes away the driver's serializers for lists of dates and decimals.
 */
export function unnest<Row>(rows: readonly Row[], columns: UnnestColumn<Row>[]): SQL {
  const lists = columns.map(([, type, valueOf]) => sql`${sql.param(rows.map(valueOf))}::text[]::${sql.raw(type)}[]`);
  const names = columns.map(([name]) => sql.identifier(name));
  return sql`unnest(${sql.join(lists, sql`, `)}) as e (${sql.join(names, sql`, `)})`;
}
