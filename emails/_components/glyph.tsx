import { type Color, LIGHT } from "@/emails/_components/colors";
import type { Tone } from "@/emails/_components/letter-content";

/*
 * Shapes made of boxes: images may be blocked, SVG is not drawn, and a letter such as U+25C6 is missing from many fonts.
 * A client that knows neither corners nor turning shows a small square, and the words beside it say the same.
 */

const box = { fontSize: 0, lineHeight: 0 } as const;

type ShapeProps = { color: Color; size: number };

export function Diamond({ color, size }: ShapeProps) {
  return (
    <div
      className={`g-${color}`}
      style={{
        ...box,
        width: size,
        height: size,
        backgroundColor: LIGHT[color],
        transform: "rotate(45deg)",
        margin: 1.5,
      }}
    />
  );
}

export function Disc({ color, border = color, size }: ShapeProps & { border?: Color }) {
  return (
    <div
      className={`g-${color} b-${border}`}
      style={{
        ...box,
        width: size - 4,
        height: size - 4,
        borderRadius: size,
        backgroundColor: LIGHT[color],
        border: `2px solid ${LIGHT[border]}`,
      }}
    />
  );
}

function TickedDisc({ color, size }: ShapeProps) {
  return (
    <div
      className={`g-${color}`}
      style={{ ...box, width: size, height: size, borderRadius: size, backgroundColor: LIGHT[color] }}
    >
      <div
        className="b-surface"
        style={{
          ...box,
          width: 3,
          height: 5.5,
          border: `0 solid ${LIGHT.surface}`,
          borderRightWidth: 1.6,
          borderBottomWidth: 1.6,
          transform: "translate(4px, 2.2px) rotate(42deg)",
        }}
      />
    </div>
  );
}

/** The shape of a status: disc with a tick for what is done, diamond for what failed, ring for what is open. */
export function ToneGlyph({ tone, color }: { tone: Tone; color: Color }) {
  if (tone === "failed") return <Diamond color={color} size={9} />;
  return tone === "done" ? <TickedDisc color={color} size={13} /> : <Disc color="surface" border={color} size={12} />;
}
