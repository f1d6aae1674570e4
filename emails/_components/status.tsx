import { type Color, LIGHT } from "@/emails/_components/colors";
import { ToneGlyph } from "@/emails/_components/glyph";
import type { Tone } from "@/emails/_components/letter-content";
import { Table } from "@/emails/_components/table";

const INK: Record<Tone, Color> = { done: "okInk", failed: "dangerInk", open: "infoInk" };

/** Shape, word and colour, in that order. */
export function Status({ tone, text }: { tone: Tone; text: string }) {
  const ink = INK[tone];
  return (
    <Table fit>
      <tr>
        <td valign="middle" style={{ paddingRight: 8 }}>
          <ToneGlyph tone={tone} color={ink} />
        </td>
        <td
          className={`t-${ink}`}
          valign="middle"
          style={{ color: LIGHT[ink], fontSize: 14.5, lineHeight: "20px", fontWeight: "bold" }}
        >
          {text}
        </td>
      </tr>
    </Table>
  );
}
