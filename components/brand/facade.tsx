import { cn } from "@/components/ui/cn";

type Cell = readonly [floor: number, column: number];

type FacadeShape = {
  width: number;
  height: number;
  columns: number;
  floors: number;
  door: number;
  lit: readonly Cell[];
  awnings: readonly Cell[];
};

/** Pricing and home: three floors, wide, by day. */
const STREET: FacadeShape = {
  width: 480,
  height: 236,
  columns: 6,
  floors: 3,
  door: 3,
  lit: [
    [0, 3],
    [1, 4],
  ],
  awnings: [
    [0, 1],
    [0, 5],
    [1, 0],
    [1, 2],
    [2, 2],
    [2, 4],
  ],
};

/** Sign-in: seven floors, by night, people at home. */
const TALL: FacadeShape = {
  width: 640,
  height: 760,
  columns: 5,
  floors: 7,
  door: 2,
  lit: [
    [0, 1],
    [0, 4],
    [1, 2],
    [2, 0],
    [2, 2],
    [3, 2],
    [3, 4],
    [4, 2],
    [5, 0],
    [5, 3],
    [6, 3],
  ],
  awnings: [
    [0, 2],
    [1, 0],
    [1, 3],
    [2, 1],
    [2, 4],
    [3, 1],
    [4, 1],
    [4, 4],
    [5, 2],
    [6, 0],
  ],
};

const LEFT = 26;
const ROOF = 34;
const GROUND_FLOOR_EXTRA = 36;

/** The apartment block. Public pages, sign-in and first-run only; decorative. Night by theme, or always with `night`. */
export function Facade(props: {
  shape: "street" | "tall";
  night?: boolean | undefined;
  className?: string | undefined;
}) {
  const shape = props.shape === "street" ? STREET : TALL;
  const column = (shape.width - 2 * LEFT) / shape.columns;
  const floor = (shape.height - ROOF - GROUND_FLOOR_EXTRA) / (shape.floors + 1);
  const has = (cells: readonly Cell[], [f, c]: Cell) => cells.some(([a, b]) => a === f && b === c);
  const columns = Array.from({ length: shape.columns }, (_, index) => index);
  const bays = Array.from({ length: shape.floors }, (_, f) => columns.map((c): Cell => [f, c])).flat();

  return (
    <svg
      viewBox={`0 0 ${shape.width} ${shape.height}`}
      width={shape.width}
      height={shape.height}
      aria-hidden="true"
      className={cn("facade", props.night && "facade-night", props.className)}
    >
      <Roof shape={shape} column={column} />
      {bays.map(([f, c]) => (
        <Bay
          key={`${f},${c}`}
          x={LEFT + c * column}
          y={ROOF + f * floor}
          width={column}
          height={floor}
          lit={has(shape.lit, [f, c])}
          awning={has(shape.awnings, [f, c])}
        />
      ))}
      <GroundFloor shape={shape} column={column} y={ROOF + shape.floors * floor} columns={columns} />
    </svg>
  );
}

function Roof({ shape, column }: { shape: FacadeShape; column: number }) {
  return (
    <>
      <rect x="18" y="26" width={shape.width - 36} height="8" fill="var(--rail)" />
      <rect x={LEFT} y={ROOF} width={shape.width - 2 * LEFT} height={shape.height - ROOF} fill="var(--wall)" />
      <rect
        x={shape.width * 0.66}
        y="8"
        width={column * 0.8}
        height="18"
        fill="var(--wall)"
        stroke="var(--edge)"
        strokeWidth="1"
      />
      <path d={`M${shape.width * 0.28} 26v-22m-9 4h18m-14 6h10`} stroke="var(--edge)" strokeWidth="1.4" fill="none" />
    </>
  );
}

type BayProps = { x: number; y: number; width: number; height: number; lit: boolean; awning: boolean };

function Bay({ x, y, width, height, lit, awning }: BayProps) {
  const pane = { x: x + width * 0.22, y: y + height * 0.16, width: width * 0.56, height: height * 0.62 };
  const rail = { x: x + width * 0.09, y: y + height * 0.58, width: width * 0.82, height: height * 0.3 };
  const bars = Array.from({ length: 11 }, (_, i) => `M${rail.x + (rail.width * i) / 10} ${rail.y}v${rail.height}`);

  return (
    <>
      <rect {...pane} fill={lit ? "var(--lit)" : "var(--pane)"} />
      <path
        d={`M${pane.x + pane.width / 2} ${pane.y}v${pane.height}M${pane.x} ${pane.y + pane.height * 0.3}h${pane.width}`}
        stroke="var(--wall)"
        strokeWidth="1.6"
      />
      {awning ? <Awning x={pane.x - 6} y={pane.y - 3} width={pane.width + 12} height={height * 0.26} /> : null}
      <rect {...rail} fill="var(--wall)" fillOpacity="0.55" />
      <path d={bars.join("")} stroke="var(--rail)" strokeWidth="1" />
      <path d={`M${x + width * 0.07} ${rail.y}h${width * 0.86}`} stroke="var(--rail)" strokeWidth="2.2" />
      <rect x={x + width * 0.05} y={rail.y + rail.height} width={width * 0.9} height="4" fill="var(--rail)" />
    </>
  );
}

function Awning({ x, y, width, height }: { x: number; y: number; width: number; height: number }) {
  const stripe = width / 6;
  return (
    <>
      <path d={`M${x} ${y}h${width}l6 ${height}h${-width - 12}z`} fill="var(--awning)" />
      {[0, 2, 4].map((i) => (
        <path
          key={i}
          d={`M${x + i * stripe} ${y}h${stripe}l${2 * (i + 1) - 6} ${height}H${x + i * stripe + 2 * i - 6}z`}
          fill="var(--awning-2)"
        />
      ))}
    </>
  );
}

function GroundFloor(props: { shape: FacadeShape; column: number; y: number; columns: readonly number[] }) {
  const { shape, column, y } = props;
  const height = shape.height - y;
  const shop = { y: y + height * 0.26, width: column * 0.72, height: height * 0.74 };
  const shops = props.columns.filter((c) => c !== shape.door).map((c) => LEFT + (c + 0.14) * column);

  return (
    <>
      <rect x={LEFT} y={y} width={shape.width - 2 * LEFT} height={height} fill="var(--wall)" />
      <path d={`M${LEFT} ${y + 3}h${shape.width - 2 * LEFT}`} stroke="var(--rail)" strokeWidth="2" />
      {shops.map((x) => (
        <g key={x}>
          <rect x={x} {...shop} fill="var(--pane)" fillOpacity="0.8" />
          <path d={`M${x} ${shop.y}h${shop.width}`} stroke="var(--edge)" strokeWidth="2" />
        </g>
      ))}
      <Entrance x={LEFT + shape.door * column} y={y} width={column} height={height} />
    </>
  );
}

/** The lit door, its number and the bell panel. */
function Entrance({ x, y, width, height }: { x: number; y: number; width: number; height: number }) {
  const door = { x: x + width * 0.2, y: y + height * 0.2, width: width * 0.5, height: height * 0.8 };
  const panel = { x: x + width * 0.78, y: y + height * 0.3 };
  const bell = panel.x + 11;

  return (
    <>
      <rect {...door} fill="var(--lit)" stroke="var(--edge)" strokeWidth="2" />
      <path d={`M${door.x + door.width / 2} ${door.y}v${door.height}`} stroke="var(--edge)" strokeWidth="1.5" />
      <rect {...panel} width="22" height="16" rx="2" fill="var(--plate)" stroke="#f9fdfc" strokeWidth="1" />
      <text x={bell} y={panel.y + 12} fontSize="10.5" fontWeight="700" textAnchor="middle" fill="#f9fdfc">
        18
      </text>
      <rect x={panel.x + 4} y={panel.y + 22} width="14" height="24" rx="2" fill="var(--rail)" />
      <circle cx={bell} cy={panel.y + 28} r="1.6" fill="var(--wall)" />
      <circle cx={bell} cy={panel.y + 34} r="1.6" fill="#e1aa40" />
      <circle cx={bell} cy={panel.y + 40} r="1.6" fill="var(--wall)" />
    </>
  );
}
