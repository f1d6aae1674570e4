/** One line or one kind of bar. Colours follow the order of the palette unless a `color` is named. */
export type Series = {
  key: string;
  label: string;
  color?: 1 | 2 | 3 | 4 | 5 | 6 | undefined;
  /** Losses are brick and hatched, a forecast is dashed: print and grey still read. */
  kind?: "plain" | "loss" | "forecast" | undefined;
};

/** A place on the axis with the value of each series in plain units (major units for money); absent where there is none. */
export type Point = { label: string } & Record<string, number | string | null>;

export type ChartProps = {
  points: readonly Point[];
  series: readonly Series[];
  /** What the drawing shows, for those who do not see it; the figures are in the frame's table. */
  label: string;
  locale: string;
  /** ISO 4217 when the values are money; the axis then begins at 0. */
  currency?: string | undefined;
  /** Begins the axis at 0 for counts too, where they are held against a limit. */
  fromZero?: boolean | undefined;
  height?: number | undefined;
};

export function colorOf(series: Series, index: number): string {
  if (series.kind === "loss") return "var(--chart-3)";
  return `var(--chart-${series.color ?? (index % 6) + 1})`;
}

/** Words for an axis: €12k in English; in Greek, where the short form is longer, 12.000 €. */
export function axisFormat(locale: string, currency: string | undefined): (value: number) => string {
  const short = locale !== "el";
  const format = new Intl.NumberFormat(short ? "en-IE" : "el-GR", {
    maximumFractionDigits: 1,
    ...(short ? { notation: "compact" } : {}),
    ...(currency ? { style: "currency", currency, minimumFractionDigits: 0 } : {}),
  });
  return (value) => format.format(value).replaceAll("-", "\u2212").replace("K", "k");
}

/** Full words for a tooltip: €12,305.00, 245. */
export function valueFormat(locale: string, currency: string | undefined): (value: number) => string {
  const format = new Intl.NumberFormat(locale === "el" ? "el-GR" : "en-IE", {
    maximumFractionDigits: 2,
    ...(currency ? { style: "currency", currency } : {}),
  });
  return (value) => format.format(value).replaceAll("-", "\u2212");
}
