/**
 * The roles a table has by itself, said aloud: some browsers drop them as soon as CSS gives its parts another `display`, as
 * ours does under 640 pixels.
 */
export const ROLE = {
  table: { role: "table" },
  rowgroup: { role: "rowgroup" },
  row: { role: "row" },
  columnheader: { role: "columnheader" },
  cell: { role: "cell" },
} as const;
