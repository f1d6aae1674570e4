const WIDTH = 336;
const RIGHT = 298;
const TOP = 8;
const BOTTOM = 60;
const AXIS = 64;

/**
 * Days as steps, with the included quantity as a dotted line and what lies over it hatched: the small drawing inside an
 * explanation. `values` are the counts of each day from the first of the period; `days` is the period's whole length.
 */
export function StepChart(props: {
  values: readonly number[];
  days: number;
  /** The line the steps are measured against; none when nothing is included. */
  limit?: { value: number; label: string } | undefined;
  /** Words at the first and the last step, e.g. "498" and "523". No words at the first where it says nothing. */
  startLabel: string;
  endLabel: string;
  /** Ticks under the axis: day of the period (from 1) and its words. */
  ticks: readonly { day: number; label: string }[];
  /** What the drawing shows, for those who do not see it. */
  label: string;
}) {
  const { values, limit } = props;
  const all = limit === undefined ? values : [...values, limit.value];
  const low = Math.min(...all);
  const high = Math.max(...all);
  const spread = high - low || 1;
  const floor = low - spread * 0.3;
  const x = (day: number) => 2 + ((RIGHT - 2) * day) / props.days;
  const y = (value: number) => BOTTOM - ((value - floor) / (high - floor)) * (BOTTOM - TOP - 8);
  const first = values[0] ?? 0;
  const last = values.at(-1) ?? 0;
  const end = { x: x(values.length), y: y(last) };
  const line = values.map(
    (value, day) => `${day === 0 ? "M" : "V"}${day === 0 ? `2 ${y(value)}` : y(value)}H${x(day + 1)}`,
  );

  return (
    <figure aria-label={props.label}>
      <svg viewBox={`0 0 ${WIDTH} 80`} width="100%" aria-hidden="true" className="overflow-visible">
        {limit === undefined
          ? null
          : values.map((value, day) =>
              value > limit.value ? (
                <rect
                  key={day}
                  x={x(day)}
                  y={y(value)}
                  width={x(day + 1) - x(day) + 0.2}
                  height={y(limit.value) - y(value)}
                  fill="url(#hatch-brass)"
                />
              ) : null,
            )}
        {limit === undefined ? null : (
          <>
            <path d={`M2 ${y(limit.value)}H${RIGHT}`} stroke="var(--ink-3)" strokeDasharray="2 3" />
            <text x={RIGHT + 5} y={y(limit.value) + 4} className="axis">
              {limit.label}
            </text>
          </>
        )}
        <path d={line.join("")} fill="none" stroke="var(--chart-1)" strokeWidth="2" />
        <circle cx={end.x} cy={end.y} r="3.2" fill="var(--brass-ui)" stroke="var(--surface)" strokeWidth="1.5" />
        <text x={end.x + 7} y={end.y + 4} className="axis-label">
          {props.endLabel}
        </text>
        {first === last || props.startLabel === "" ? null : (
          <text x="2" y={y(first) - 6} className="axis-label">
            {props.startLabel}
          </text>
        )}
        <path d={`M2 ${AXIS}H${RIGHT}`} stroke="var(--line)" />
        {props.ticks.map((tick) => (
          <text key={tick.day} x={x(tick.day - 0.5)} y="77" textAnchor="middle" className="axis">
            {tick.label}
          </text>
        ))}
      </svg>
    </figure>
  );
}
