import type { SearchParams } from "@/components/data-table/table-params";

/** The address of a list with some parameters changed, from its first page; undefined takes one out. */
export function listAddress(
  path: string,
  searchParams: SearchParams,
  changes: Record<string, string | undefined>,
): string {
  const next = new URLSearchParams();
  for (const [key, value] of Object.entries({ ...searchParams, page: undefined, ...changes })) {
    const text = Array.isArray(value) ? value[0] : value;
    if (text !== undefined && text !== "") next.set(key, text);
  }
  return next.size === 0 ? path : `${path}?${next}`;
}
