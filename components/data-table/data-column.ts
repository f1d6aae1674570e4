import type { ReactNode } from "react";

export type DataColumn = {
  id: string;
  header: string;
  /** For a column of small buttons: the header is only read out. */
  headerHidden?: boolean | undefined;
  /** "end" for amounts and counts: right-aligned, tabular. */
  align?: "start" | "end" | undefined;
  sortable?: boolean | undefined;
  /** The first column cannot be hidden, nor what sets this to false. */
  hideable?: boolean | undefined;
  /** Its place under 640 pixels, where a row is two lines: title and amount, then meta. Default: title, then meta. */
  narrow?: "title" | "amount" | "meta" | "hidden" | undefined;
  /** Cuts long text with an ellipsis at this many pixels. */
  maxWidth?: number | undefined;
};

export type DataRow = {
  id: string;
  /** Where a press on the row leads. */
  href?: string | undefined;
  cells: Readonly<Record<string, ReactNode>>;
};
