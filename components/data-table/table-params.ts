/** What of a list an address asks for. Pages count from 1. */
export type TableParams = {
  page: number;
  pageSize: number;
  sort: { id: string; descending: boolean } | undefined;
  query: string;
};

export type SearchParams = Record<string, string | string[] | undefined>;

/** An offset beyond this is nobody's reading; it would only make the database count. */
const LAST_PAGE = 10_000;
const LONGEST_QUERY = 120;

/**
 * Reads `page`, `size`, `sort` ("-issued" is descending) and `q` of an address. What is not on offer falls back to the
 * default instead of failing: an address is typed, shared and kept.
 */
export function parseTableParams(
  searchParams: SearchParams,
  options: { sortable: readonly string[]; defaultSort?: string; pageSizes?: readonly [number, ...number[]] },
): TableParams {
  const pageSizes = options.pageSizes ?? ([25, 50, 100] as const);
  const page = wholeNumber(first(searchParams["page"]));
  const size = wholeNumber(first(searchParams["size"]));
  const sort = sortOf(first(searchParams["sort"]), options.sortable) ?? sortOf(options.defaultSort, options.sortable);

  return {
    page: page !== undefined && page >= 1 && page <= LAST_PAGE ? page : 1,
    pageSize: size !== undefined && pageSizes.includes(size) ? size : pageSizes[0],
    sort,
    query: cleanQuery(first(searchParams["q"]) ?? ""),
  };
}

function first(value: string | string[] | undefined): string | undefined {
  return Array.isArray(value) ? value[0] : value;
}

function wholeNumber(text: string | undefined): number | undefined {
  return text !== undefined && /^\d{1,6}$/.test(text) ? Number(text) : undefined;
}

function sortOf(text: string | undefined, sortable: readonly string[]): TableParams["sort"] {
  if (text === undefined) return undefined;
  const descending = text.startsWith("-");
  const id = descending ? text.slice(1) : text;
  return sortable.includes(id) ? { id, descending } : undefined;
}

/** Postgres refuses NUL and lone surrogates in text, so they never reach a query. */
function cleanQuery(text: string): string {
  return text.replaceAll("\u0000", "").toWellFormed().trim().slice(0, LONGEST_QUERY);
}
