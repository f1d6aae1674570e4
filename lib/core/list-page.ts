/** What a list may be asked for, as its address says. Pages count from 1; what to sort by is each list's own. */
export type ListRequest = {
  page: number;
  pageSize: number;
  sort?: { id: string; descending: boolean } | undefined;
  query: string;
};

/** One page of a list, and how many rows there are on all pages. */
export type ListPage<Row> = { rows: Row[]; rowCount: number };
