"use client";

import { ChevronDown, ChevronUp } from "lucide-react";
import { useTranslations } from "next-intl";
import Link from "next/link";
import type { ReactNode } from "react";
import { Checkbox } from "@/components/ui/checkbox";
import { cn } from "@/components/ui/cn";
import type { DataColumn, DataRow } from "./data-column";
import { ROLE } from "./roles";
import type { TableParams } from "./table-params";

type Sort = TableParams["sort"];
type HrefOf = (changes: Record<string, string | undefined>) => string;

/** What these rows need of the table's selection. */
type PageSelection = {
  getIsAllPageRowsSelected: () => boolean;
  getIsSomePageRowsSelected: () => boolean;
  toggleAllPageRowsSelected: (value?: boolean) => void;
};

type SelectableRow = {
  id: string;
  original: DataRow;
  getIsSelected: () => boolean;
  toggleSelected: (value?: boolean) => void;
};

const HEAD =
  "sticky top-[calc(var(--banners,0px)+48px)] z-10 border-b border-line bg-(--glyph-ground) pr-3 pt-1 pb-[7px] text-[0.8125rem] leading-4 font-medium whitespace-nowrap text-ink-3 last:pr-0 sm:@max-[56rem]:static";

const FIRST =
  "sm:@max-[56rem]:sticky sm:@max-[56rem]:top-auto sm:@max-[56rem]:left-0 sm:@max-[56rem]:z-10 sm:@max-[56rem]:bg-(--glyph-ground)";

export function DataHead(props: {
  columns: readonly DataColumn[];
  sort: Sort;
  hrefOf: HrefOf;
  selection: PageSelection | undefined;
}) {
  const t = useTranslations("common.table");
  const { selection } = props;
  return (
    <thead {...ROLE.rowgroup} className="max-sm:sr-only">
      <tr {...ROLE.row}>
        {selection ? (
          <th {...ROLE.columnheader} className={cn(HEAD, "w-7")}>
            <Checkbox
              aria-label={t("selectAll")}
              checked={selection.getIsAllPageRowsSelected()}
              indeterminate={selection.getIsSomePageRowsSelected()}
              onCheckedChange={(checked) => selection.toggleAllPageRowsSelected(checked)}
            />
          </th>
        ) : null}
        {props.columns.map((column, index) => (
          <th
            key={column.id}
            {...ROLE.columnheader}
            scope="col"
            aria-sort={ariaSort(column.id, props.sort)}
            className={cn(HEAD, index === 0 && FIRST, column.align === "end" ? "text-right" : "text-left")}
          >
            {column.sortable ? (
              <SortLink column={column} sort={props.sort} hrefOf={props.hrefOf} />
            ) : (
              <span className={column.headerHidden ? "sr-only" : undefined}>{column.header}</span>
            )}
          </th>
        ))}
      </tr>
    </thead>
  );
}

function ariaSort(id: string, sort: Sort): "ascending" | "descending" | undefined {
  if (sort?.id !== id) return undefined;
  return sort.descending ? "descending" : "ascending";
}

function SortLink({ column, sort, hrefOf }: { column: DataColumn; sort: Sort; hrefOf: HrefOf }) {
  const t = useTranslations("common.table");
  const current = sort?.id === column.id;
  const descending = current ? !sort.descending : column.align === "end";
  const Arrow = current && sort.descending ? ChevronDown : ChevronUp;
  return (
    <Link
      href={hrefOf({ sort: `${descending ? "-" : ""}${column.id}`, page: undefined })}
      scroll={false}
      title={t(descending ? "sortDescending" : "sortAscending", { column: column.header })}
      className={cn(
        "group/sort -my-1 inline-flex items-center gap-0.5 rounded-sm py-1 align-bottom hover:text-ink",
        column.align === "end" && "flex-row-reverse",
        current && "text-ink",
      )}
    >
      {column.header}
      <Arrow
        aria-hidden="true"
        className={cn(
          "size-3.5",
          current ? "" : "opacity-0 group-hover/sort:opacity-60 group-focus-visible/sort:opacity-60",
        )}
      />
    </Link>
  );
}

/** Rows as a table, and under 640 pixels as items of two lines: title and amount, then meta. */
export function DataBody(props: {
  columns: readonly DataColumn[];
  rows: readonly SelectableRow[];
  selectable: boolean;
}) {
  const t = useTranslations("common.table");
  return (
    <tbody {...ROLE.rowgroup} className="max-sm:block">
      {props.rows.map((row) => (
        <tr
          key={row.id}
          {...ROLE.row}
          data-selected={row.getIsSelected() || undefined}
          className={cn(
            "group/row relative data-selected:bg-petrol-soft data-selected:shadow-[inset_2px_0_0_var(--petrol)] max-sm:flex max-sm:flex-wrap max-sm:items-baseline max-sm:gap-x-2 max-sm:border-b max-sm:border-line max-sm:py-2.5 max-sm:after:order-3 max-sm:after:basis-full max-sm:after:content-['']",
            row.original.href && "hover:bg-[color-mix(in_oklab,var(--petrol-soft)_50%,transparent)]",
          )}
        >
          {props.selectable ? (
            <td {...ROLE.cell} className="w-7 border-b border-line max-sm:order-0 max-sm:border-0">
              <span className="relative z-10 ml-0.5 block">
                <Checkbox
                  aria-label={t("selectRow")}
                  checked={row.getIsSelected()}
                  onCheckedChange={(checked) => row.toggleSelected(checked)}
                />
              </span>
            </td>
          ) : null}
          {props.columns.map((column, index) => (
            <BodyCell
              key={column.id}
              column={column}
              first={index === 0}
              href={index === 0 ? row.original.href : undefined}
            >
              {row.original.cells[column.id]}
            </BodyCell>
          ))}
        </tr>
      ))}
    </tbody>
  );
}

const NARROW = {
  title: "max-sm:order-1 max-sm:min-w-0 max-sm:flex-1 max-sm:font-mid",
  amount: "max-sm:order-2 max-sm:font-semibold",
  meta: "max-sm:order-4 max-sm:text-sm max-sm:text-ink-2",
  hidden: "max-sm:hidden",
} as const;

function BodyCell(props: { column: DataColumn; first: boolean; href: string | undefined; children: ReactNode }) {
  const { column, first } = props;
  const place = column.narrow ?? (first ? "title" : "meta");
  return (
    <td
      {...ROLE.cell}
      style={column.maxWidth === undefined ? undefined : { maxWidth: column.maxWidth }}
      className={cn(
        "h-9 border-b border-line pr-3 last:pr-0 max-sm:block max-sm:h-auto max-sm:max-w-full! max-sm:border-0 max-sm:p-0",
        column.align === "end" ? "num text-right" : "sm:whitespace-nowrap",
        column.maxWidth === undefined ? "" : "truncate",
        first && FIRST,
        NARROW[place],
      )}
    >
      {props.href ? (
        <Link href={props.href} className="text-petrol after:absolute after:inset-0 hover:text-petrol-hover">
          {props.children}
        </Link>
      ) : (
        <span className={first ? undefined : "relative [&_a]:z-10 [&_button]:z-10"}>{props.children}</span>
      )}
    </td>
  );
}

/** The closing row: ink line above. Columns without a total leave their place to the words before them. */
export function TotalCells(props: {
  columns: readonly DataColumn[];
  total: Readonly<Record<string, ReactNode>>;
  selectable: boolean;
}) {
  return (
    <tfoot {...ROLE.rowgroup} className="max-sm:block">
      <tr
        {...ROLE.row}
        className="font-semibold max-sm:flex max-sm:gap-3 max-sm:border-t max-sm:border-ink max-sm:py-2"
      >
        {props.selectable ? <td {...ROLE.cell} className="border-t border-ink max-sm:hidden" /> : null}
        {props.columns.map((column, index) => (
          <td
            key={column.id}
            {...ROLE.cell}
            className={cn(
              "h-10 border-t border-ink pr-3 last:pr-0 max-sm:block max-sm:h-auto max-sm:border-0 max-sm:p-0",
              column.align === "end" ? "num text-right" : "whitespace-nowrap",
              index === 0 && "max-sm:flex-1",
              props.total[column.id] === undefined && "max-sm:hidden",
              index > 0 && column.narrow !== "amount" && "max-sm:hidden",
            )}
          >
            {props.total[column.id]}
          </td>
        ))}
      </tr>
    </tfoot>
  );
}
