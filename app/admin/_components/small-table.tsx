import type { ReactNode } from "react";
import { ROLE } from "@/components/data-table/roles";
import { cn } from "@/components/ui/cn";

export type SmallColumn = {
  id: string;
  header: string;
  align?: "start" | "end" | undefined;
  /** Its place where there is no room for columns and a row is two lines: title and amount, then meta. The first is the title. */
  narrow?: "title" | "amount" | "meta" | "hidden" | undefined;
};

type Look = { block: string; hidden: string; unseen: string; row: string; cell: string } & Record<
  "title" | "amount" | "meta",
  string
>;

/** Rows become items of two lines by the room they have, not by the screen's: under 544 pixels with few columns… */
const FEW: Look = {
  block: "@max-[34rem]:block",
  hidden: "@max-[34rem]:hidden",
  unseen: "@max-[34rem]:sr-only",
  row: "@max-[34rem]:flex @max-[34rem]:flex-wrap @max-[34rem]:items-baseline @max-[34rem]:gap-x-2 @max-[34rem]:border-b @max-[34rem]:border-line @max-[34rem]:py-2.5 @max-[34rem]:after:order-3 @max-[34rem]:after:basis-full @max-[34rem]:after:content-['']",
  cell: "@max-[34rem]:block @max-[34rem]:h-auto @max-[34rem]:border-0 @max-[34rem]:p-0",
  title: "@max-[34rem]:order-1 @max-[34rem]:min-w-0 @max-[34rem]:flex-1 @max-[34rem]:font-mid",
  amount: "@max-[34rem]:order-2 @max-[34rem]:font-semibold",
  meta: "@max-[34rem]:order-4 @max-[34rem]:text-sm @max-[34rem]:text-ink-2",
};

/** …and under 720 with many. */
const MANY: Look = {
  block: "@max-[45rem]:block",
  hidden: "@max-[45rem]:hidden",
  unseen: "@max-[45rem]:sr-only",
  row: "@max-[45rem]:flex @max-[45rem]:flex-wrap @max-[45rem]:items-baseline @max-[45rem]:gap-x-2 @max-[45rem]:border-b @max-[45rem]:border-line @max-[45rem]:py-2.5 @max-[45rem]:after:order-3 @max-[45rem]:after:basis-full @max-[45rem]:after:content-['']",
  cell: "@max-[45rem]:block @max-[45rem]:h-auto @max-[45rem]:border-0 @max-[45rem]:p-0",
  title: "@max-[45rem]:order-1 @max-[45rem]:min-w-0 @max-[45rem]:flex-1 @max-[45rem]:font-mid",
  amount: "@max-[45rem]:order-2 @max-[45rem]:font-semibold",
  meta: "@max-[45rem]:order-4 @max-[45rem]:text-sm @max-[45rem]:text-ink-2",
};

/** More columns than this are many. */
const FEW_COLUMNS = 4;

/** A few rows of one object, complete as they stand: no paging, no sorting. Lists of their own are <DataTable>. */
export function SmallTable(props: {
  caption: string;
  columns: readonly SmallColumn[];
  rows: readonly { id: string; cells: Readonly<Record<string, ReactNode>> }[];
  /** Cells of several lines: they begin at the same height. */
  tall?: boolean | undefined;
  className?: string | undefined;
}) {
  const look = props.columns.length > FEW_COLUMNS ? MANY : FEW;
  return (
    <div className={cn("@container", props.className)}>
      <table {...ROLE.table} className={cn("w-full border-collapse text-[0.90625rem]", look.block)}>
        <caption className="sr-only">{props.caption}</caption>
        <thead {...ROLE.rowgroup} className={look.unseen}>
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
        <tbody {...ROLE.rowgroup} className={look.block}>
          {props.rows.map((row) => (
            <tr key={row.id} {...ROLE.row} className={look.row}>
              {props.columns.map((column, index) => (
                <td
                  key={column.id}
                  {...ROLE.cell}
                  className={cn(
                    "h-9 border-b border-line pr-3 last:pr-0",
                    column.align === "end" && "num text-right",
                    props.tall && "py-2 align-top",
                    look.cell,
                    look[column.narrow ?? (index === 0 ? "title" : "meta")],
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
