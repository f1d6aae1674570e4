import { type SQL, sql, type SQLWrapper } from "drizzle-orm";
import { foldText } from "@/lib/core/fold-text";

/** A column as foldText() writes it; normalize() splits the accents off, so no extension is needed. */
function folded(column: SQLWrapper): SQL {
  return sql`translate(lower(regexp_replace(normalize(${column}, NFD), '[\u0300-\u036f]', '', 'g')), 'ς', 'σ')`;
}

/** Whether one of the columns contains the query, whatever the case and accents of either. Nothing to look for is always found. */
export function containsFolded(columns: readonly SQLWrapper[], query: string): SQL | undefined {
  const wanted = foldText(query);
  if (wanted === "") return undefined;
  const hits = columns.map((column) => sql`strpos(${folded(column)}, ${wanted}) > 0`);
  return sql`(${sql.join(hits, sql` or `)})`;
}
