"use client";

import { useTranslations } from "next-intl";
import { type ReactNode, useState } from "react";
import { Voice } from "@/components/brand/voice";
import { Button } from "@/components/ui/button";
import { Cell, HeadCell, Table } from "@/components/ui/table";

/** The figures of a chart as a table: the first column names the row. Ready-made words, so they match the drawing. */
export type ChartTable = {
  head: readonly string[];
  rows: readonly (readonly string[])[];
};

/** Heading, the finding as a sentence, the drawing, and the same figures as a table on demand. */
export function ChartFrame(props: {
  title: string;
  finding?: ReactNode;
  /** Right of the heading: opening and closing figures, or a legend of hatch and bands. */
  aside?: ReactNode;
  table: ChartTable;
  children: ReactNode;
}) {
  const t = useTranslations("common.chart");
  const [asTable, setAsTable] = useState(false);

  return (
    <section className="min-w-0">
      <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1">
        <h2 className="text-lg font-semibold tracking-[-0.003em]">{props.title}</h2>
        <span className="flex items-center gap-3 text-xs text-ink-3">
          {props.aside}
          <Button variant="quiet" size="sm" aria-pressed={asTable} onClick={() => setAsTable(!asTable)}>
            {t(asTable ? "showChart" : "showTable")}
          </Button>
        </span>
      </div>
      {props.finding ? (
        <Voice size="panel" className="mt-px text-ink-2">
          {props.finding}
        </Voice>
      ) : null}
      <div className="mt-2">{asTable ? <Figures title={props.title} table={props.table} /> : props.children}</div>
    </section>
  );
}

function Figures({ title, table }: { title: string; table: ChartTable }) {
  return (
    <Table>
      <caption className="sr-only">{title}</caption>
      <thead>
        <tr>
          {table.head.map((head, index) => (
            <HeadCell key={head} align={index === 0 ? "start" : "end"}>
              {head}
            </HeadCell>
          ))}
        </tr>
      </thead>
      <tbody>
        {table.rows.map((row) => (
          <tr key={row[0]}>
            {row.map((cell, index) => (
              <Cell key={table.head[index]} align={index === 0 ? "start" : "end"}>
                {cell}
              </Cell>
            ))}
          </tr>
        ))}
      </tbody>
    </Table>
  );
}
