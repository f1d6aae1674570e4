import { colorOf, type Series } from "./series";

type Entry = { dataKey?: unknown; value?: unknown };

/** Follows the pointer and the arrow keys over a chart. */
export function ChartTooltip(props: {
  active?: boolean | undefined;
  label?: unknown;
  payload?: readonly Entry[] | undefined;
  series: readonly Series[];
  format: (value: number) => string;
}) {
  if (!props.active || !props.payload?.length) return null;
  const entries = props.payload.flatMap((entry) => {
    const index = props.series.findIndex((series) => series.key === entry.dataKey);
    const series = props.series[index];
    return series && typeof entry.value === "number" ? [{ series, index, value: entry.value }] : [];
  });

  return (
    <div className="raised rounded-md px-3 py-2 text-sm">
      <p className="text-ink-3">{typeof props.label === "string" ? props.label : null}</p>
      {entries.map(({ series, index, value }) => (
        <p key={series.key} className="flex items-center justify-between gap-4">
          <span className="flex items-center gap-1.5">
            <span aria-hidden="true" className="size-2 rounded-[2px]" style={{ background: colorOf(series, index) }} />
            {series.label}
          </span>
          <b className="num">{props.format(value)}</b>
        </p>
      ))}
    </div>
  );
}
