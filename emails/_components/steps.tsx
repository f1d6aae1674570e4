import { type Color, LIGHT } from "@/emails/_components/colors";
import { Diamond, Disc } from "@/emails/_components/glyph";
import type { Step } from "@/emails/_components/letter-content";
import { Table } from "@/emails/_components/table";
import { type CalendarDate, dateParts } from "@/lib/core/calendar";

const RING: Record<Exclude<Step["kind"], "failed">, { fill: Color; border: Color }> = {
  done: { fill: "ok", border: "ok" },
  planned: { fill: "surface", border: "lineStrong" },
  last: { fill: "brass", border: "brassUi" },
};

function Marker({ kind }: { kind: Step["kind"] }) {
  if (kind === "failed") return <Diamond color="danger" size={9} />;
  const { fill, border } = RING[kind];
  return <Disc color={fill} border={border} size={11} />;
}

/** `8/11` */
function shortDay(date: CalendarDate): string {
  const { day, month } = dateParts(date);
  return `${day}/${month}`;
}

function StepCell({ step, isLast, width }: { step: Step; isLast: boolean; width: string }) {
  return (
    <td width={width} valign="top" style={{ fontSize: 13, lineHeight: "17px" }}>
      <Table>
        <tr>
          <td width="12" height="16" valign="middle">
            <Marker kind={step.kind} />
          </td>
          <td valign="middle">
            {isLast ? null : (
              <div
                className="b-line"
                style={{ borderTop: `2px solid ${LIGHT.line}`, height: 0, fontSize: 0, lineHeight: 0 }}
              />
            )}
          </td>
        </tr>
      </Table>
      <b className="t-ink" style={{ display: "block", color: LIGHT.ink, fontSize: 14, marginTop: 4 }}>
        {shortDay(step.date)}
      </b>
      <span className="t-ink3" style={{ color: LIGHT.ink3 }}>
        {step.label}
      </span>
    </td>
  );
}

/** What happens next, as dated steps along one line. */
export function Steps({ steps, title }: { steps: Step[]; title: string }) {
  if (steps.length === 0) return null;

  const width = `${Math.floor(100 / steps.length)}%`;
  return (
    <div style={{ marginTop: 18 }}>
      <b className="t-ink" style={{ color: LIGHT.ink, fontSize: 14.5, lineHeight: "20px" }}>
        {title}
      </b>
      <Table style={{ marginTop: 8, tableLayout: "fixed" }}>
        <tr>
          {steps.map((step, index) => (
            <StepCell
              key={`${step.date} ${step.label}`}
              step={step}
              isLast={index === steps.length - 1}
              width={width}
            />
          ))}
        </tr>
      </Table>
    </div>
  );
}
