import type { ReactNode } from "react";
import { ROLE } from "@/components/data-table/roles";
import { cn } from "@/components/ui/cn";

export type SmallColumn = {
  id: string;
  header: string;
  align?: "start" | "end" | undefined;
  /** Its place under 640 pixels, where a row is two lines: title and amount, then meta. The first is the title. */
  narrow?: "title" | "amount" | "meta" | "hidden" | undefined;
};

const NARROW = {
  title: "max-sm:order-1 max-sm:min-w-0 max-sm:flex-1 max-sm:font-mid",
  amount: "max-sm:order-2 max-sm:font-semibold",
  meta: "max-sm:order-4 max-sm:text-sm max-sm:text-ink-2",
  hidden: "max-sm:hidden",
} as const;

/** A few rows of one object, complete as they stand: no paging, no sorting. Lists of their own are <DataTable>. */
export function SmallTable(props: {
  caption: string;
  columns: readonly SmallColumn[];
  rows: readonly { id: string; cells: Readonly<Record<string, ReactNode>> }[];
  /** Cells of several lines: they begin at the same height. */
  tall?: boolean | undefined;
  className?: string | undefined;
}) {
  return (
    <div className={cn("sm:overflow-x-auto", props.className)}>
      <table {...ROLE.table} className="w-full border-collapse text-[0.90625rem] max-sm:block">
        <caption className="sr-only">{props.caption}</caption>
        <thead {...ROLE.rowgroup} className="max-sm:sr-only">
          <tr {...ROLE.row}>
            {props.columns.map((column) => (
              <th
                key={column.id}
                {...ROLE.columnheader}
                scope="col"
                className={cn(
                  "border-b border-line pr-3 pb-[7px] text-[0.8125rem] leading-4 font-medium whitespace-nowrap text-ink-3 last:pr-0",
                  column.align === "end" ? "text-right" : "text-left",
                )}
              >
                {column.header}
              </th>
            ))}
          </tr>
        </thead>
        <tbody {...ROLE.rowgroup} className="max-sm:block">
          {props.rows.map((row) => (
            <tr
              key={row.id}
              {...ROLE.row}
              className="max-sm:flex max-sm:flex-wrap max-sm:items-baseline max-sm:gap-x-2 max-sm:border-b max-sm:border-line max-sm:py-2.5 max-sm:after:order-3 max-sm:after:basis-full max-sm:after:content-['']"
            >
              {props.columns.map((column, index) => (
                <td
                  key={column.id}
                  {...ROLE.cell}
                  className={cn(
                    "h-9 border-b border-line pr-3 last:pr-0 max-sm:block max-sm:h-auto max-sm:border-0 max-sm:p-0",
                    column.align === "end" && "num text-right",
                    props.tall && "sm:py-2 sm:align-top",
                    NARROW[column.narrow ?? (index === 0 ? "title" : "meta")],
                  )}
                >
                  {row.cells[column.id]}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
