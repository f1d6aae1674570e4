/** The three hatches (forecast over a limit, forecast within it, losses), defined once for every drawing on the page. */
export function Hatches() {
  return (
    <svg width="0" height="0" className="absolute" aria-hidden="true">
      <defs>
        <Hatch id="hatch-brass" angle={45} ground="var(--brass-soft)" stroke="var(--brass-ui)" />
        <Hatch id="hatch-petrol" angle={45} ground="var(--petrol-soft)" stroke="var(--chart-1)" />
        <Hatch id="hatch-brick" angle={-45} ground="var(--danger-soft)" stroke="var(--chart-3)" />
      </defs>
    </svg>
  );
}

function Hatch(props: { id: string; angle: number; ground: string; stroke: string }) {
  return (
    <pattern
      id={props.id}
      width="6"
      height="6"
      patternUnits="userSpaceOnUse"
      patternTransform={`rotate(${props.angle})`}
    >
      <rect width="6" height="6" fill={props.ground} />
      <rect width="2.2" height="6" fill={props.stroke} />
    </pattern>
  );
}
