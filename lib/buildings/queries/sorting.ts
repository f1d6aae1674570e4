import "server-only";
import { type SQL, sql, type SQLWrapper } from "drizzle-orm";

/** By the rules of the language, Greek before Latin, whatever the case. */
export function byText(column: SQLWrapper): SQL {
  return sql`${column} collate "el-x-icu"`;
}

/** As people count: 2 before 10, and Α2 before Α10. */
export function byNumberedText(column: SQLWrapper): SQL[] {
  const digits = sql`coalesce(substring(${column} from '[0-9]+')::numeric, -1)`;
  return [sql`substring(${column} from '^[^0-9]*') collate "el-x-icu"`, digits, byText(column)];
}

/** The sort asked for, in its direction, before what always decides in the end. */
export function orderBy(
  columns: readonly SQL[] | undefined,
  { descending, last }: { descending: boolean; last: readonly SQL[] },
): SQL[] {
  const wanted = (columns ?? []).map((column) => (descending ? sql`${column} desc` : column));
  return [...wanted, ...last];
}
