import type { SearchParams } from "@/components/data-table/table-params";

const LONGEST = 200;

/** One value of a parameter; of several the first. What no database takes as text is as good as absent. */
export function param(searchParams: SearchParams, name: string): string | undefined {
  const value = searchParams[name];
  const first = Array.isArray(value) ? value[0] : value;
  const isText = first !== undefined && first.length <= LONGEST && first.isWellFormed() && !first.includes("\u0000");
  return isText ? first : undefined;
}

/** The value, if it is one of those on offer: addresses are typed and shared. */
export function choice<T extends string>(
  searchParams: SearchParams,
  name: string,
  options: readonly T[],
): T | undefined {
  const value = param(searchParams, name);
  return options.find((option) => option === value);
}

/** The same address with some parameters changed, from its first page again; undefined takes one out. */
export function hrefWith(
  path: string,
  searchParams: SearchParams,
  changes: Record<string, string | undefined>,
): string {
  const next = new URLSearchParams();
  for (const [name, value] of Object.entries({ ...searchParams, page: undefined, ...changes })) {
    const first = Array.isArray(value) ? value[0] : value;
    if (first !== undefined && first !== "") next.set(name, first);
  }
  const query = next.toString();
  return query === "" ? path : `${path}?${query}`;
}
