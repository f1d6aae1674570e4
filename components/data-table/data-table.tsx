"use client";

import {
  columnVisibilityFeature,
  type ColumnVisibilityState,
  rowSelectionFeature,
  type RowSelectionState,
  tableFeatures,
  useTable,
} from "@tanstack/react-table";
import { usePathname, useSearchParams } from "next/navigation";
import { parseAsArrayOf, parseAsString, useQueryState } from "nuqs";
import { type ReactNode, useMemo, useState, useTransition } from "react";
import { cn } from "@/components/ui/cn";
import { Pagination } from "@/components/ui/pagination";
import type { DataColumn, DataRow } from "./data-column";
import { DataBody, DataHead, TotalCells } from "./data-rows";
import { NoMatch } from "./no-match";
import { TableSelection } from "./table-selection";
import { ROLE } from "./roles";
import type { TableParams } from "./table-params";
import { TableToolbar } from "./table-toolbar";

export type DataTableProps = Omit<TableParams, "query"> & {
  /** What the table lists, for screen readers. */
  caption: string;
  columns: readonly DataColumn[];
  rows: readonly DataRow[];
  /** How many rows there are on all pages. */
  rowCount: number;
  query?: string | undefined;
  /** Whether filters besides the query are applied. */
  filtered?: boolean | undefined;
  /** The closing row by column id; must equal what an export of the same filters sums to. */
  total?: Readonly<Record<string, ReactNode>> | undefined;
  /** Placeholder of the search field; without it there is none. */
  searchLabel?: string | undefined;
  /** Filter chips, left of the column menu. */
  filters?: ReactNode;
  /** Shown when there is nothing yet. */
  empty: ReactNode;
  /** Makes rows selectable; reads the chosen ids through useTableSelection(). */
  bulkActions?: ReactNode;
  className?: string | undefined;
};

const features = tableFeatures({ columnVisibilityFeature, rowSelectionFeature });

/**
 * A list the server sorts, filters and pages by the address (see parseTableParams). Cells are ready-made nodes, so a server
 * page can render it. Rows open by click, Enter and Ctrl/Cmd click; hidden columns are kept in the address.
 */
export function DataTable(props: DataTableProps) {
  const { rows, query = "" } = props;
  const pathname = usePathname();
  const searchParams = useSearchParams();
  const [pending, startTransition] = useTransition();
  const [hidden, setHidden] = useQueryState("hide", parseAsArrayOf(parseAsString).withDefault([]));
  const [rowSelection, setRowSelection] = useState<RowSelectionState>({});

  const definitions = useMemo(
    () =>
      props.columns.map((column, index) => ({
        id: column.id,
        accessorFn: (row: DataRow) => row.cells[column.id],
        enableHiding: index > 0 && column.hideable !== false,
        meta: column,
      })),
    [props.columns],
  );
  const columnVisibility = useMemo<ColumnVisibilityState>(
    () => Object.fromEntries(hidden.map((id) => [id, false])),
    [hidden],
  );
  const table = useTable({
    features,
    columns: definitions,
    data: rows,
    getRowId: (row) => row.id,
    state: { columnVisibility, rowSelection },
    onRowSelectionChange: setRowSelection,
    enableRowSelection: props.bulkActions !== undefined,
  });

  const shown = table.getVisibleLeafColumns().flatMap((column) => props.columns.filter((one) => one.id === column.id));
  const nothingYet = rows.length === 0 && query === "" && !props.filtered;
  if (nothingYet) return props.empty;

  const hrefOf = (changes: Record<string, string | undefined>) => withParams(pathname, searchParams, changes);
  const selection = props.bulkActions === undefined ? undefined : table;

  return (
    <TableSelection ids={Object.keys(rowSelection)} clear={() => setRowSelection({})}>
      <div className={cn("@container min-w-0", props.className)} aria-busy={pending}>
        <TableToolbar
          searchLabel={props.searchLabel}
          filters={props.filters}
          bulkActions={props.bulkActions}
          startTransition={startTransition}
          columns={table
            .getAllLeafColumns()
            .filter((column) => column.getCanHide())
            .map((column) => ({
              id: column.id,
              header: props.columns.find((one) => one.id === column.id)?.header ?? column.id,
              visible: column.getIsVisible(),
            }))}
          onVisibleChange={(id, visible) =>
            void setHidden(visible ? hidden.filter((one) => one !== id) : [...hidden, id])
          }
        />
        {rows.length === 0 ? (
          <NoMatch query={query} clearHref={pathname} />
        ) : (
          <div
            className={cn(
              "transition-opacity duration-(--t-mid) sm:@max-[56rem]:overflow-x-auto",
              pending && "opacity-60",
            )}
          >
            <table
              {...ROLE.table}
              className="w-full border-collapse text-[0.90625rem] max-sm:block max-sm:[overflow-wrap:anywhere]"
            >
              <caption className="sr-only">{props.caption}</caption>
              <DataHead columns={shown} sort={props.sort} hrefOf={hrefOf} selection={selection} />
              <DataBody columns={shown} rows={table.getRowModel().rows} selectable={selection !== undefined} />
              {props.total ? (
                <TotalCells columns={shown} total={props.total} selectable={selection !== undefined} />
              ) : null}
            </table>
          </div>
        )}
        <Pagination
          className="mt-3"
          page={props.page}
          pageSize={props.pageSize}
          rowCount={props.rowCount}
          hrefOf={(page) => hrefOf({ page: page === 1 ? undefined : String(page) })}
        />
      </div>
    </TableSelection>
  );
}

/** The same address with some parameters changed; undefined takes one out. */
function withParams(
  pathname: string,
  searchParams: URLSearchParams,
  changes: Record<string, string | undefined>,
): string {
  const next = new URLSearchParams(searchParams);
  for (const [key, value] of Object.entries(changes)) {
    if (value === undefined) next.delete(key);
    else next.set(key, value);
  }
  const text = next.toString();
  return text === "" ? pathname : `${pathname}?${text}`;
}
