/**
 * The bar of a usage meter: petrol for what is used, brass for what lies over the limit, hatched for what is forecast, a tick
 * at the limit. When use or forecast passes the limit the scale grows and the tick moves inwards. Decorative: the numbers and
 * words stand beside it.
 */
export function UsageBar(props: { used: number; limit: number | null; forecast?: number | undefined }) {
  const { used, limit } = props;
  const forecast = Math.max(props.forecast ?? used, used);
  const scale = Math.max(limit ?? 0, used, forecast) || 1;
  const x = (value: number) => `${(Math.min(value, scale) / scale) * 100}%`;
  const within = limit === null ? used : Math.min(used, limit);
  const over = limit !== null && forecast > limit;

  return (
    <svg width="100%" height="22" aria-hidden="true" className="overflow-visible">
      <rect x="0" y="7" width="100%" height="8" rx="2" fill="var(--line)" />
      {forecast > used ? (
        <rect x="0" y="7" width={x(forecast)} height="8" rx="2" fill={`url(#hatch-${over ? "brass" : "petrol"})`} />
      ) : null}
      <rect x="0" y="7" width={x(used)} height="8" fill="var(--brass-ui)" />
      <rect x="0" y="7" width={x(within)} height="8" rx={used > within ? 0 : 2} fill="var(--chart-1)" />
      {limit === null ? null : (
        <rect x={x(limit)} y="2" width="1.5" height="18" fill="var(--ink)" className="-translate-x-px" />
      )}
    </svg>
  );
}
