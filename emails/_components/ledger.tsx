import { LIGHT } from "@/emails/_components/colors";
import type { LedgerRow } from "@/emails/_components/letter-content";
import { Table } from "@/emails/_components/table";

/** A longer label wraps, and then the leader is short. */
const ONE_LINE = 30;

const text = { fontSize: 14.5, lineHeight: "21px", padding: "1.5px 0", verticalAlign: "bottom" } as const;

function Row({ label, value }: LedgerRow) {
  const fits = label.length <= ONE_LINE;
  return (
    <Table>
      <tr>
        <td
          className="t-ink2"
          style={{ ...text, color: LIGHT.ink2, ...(fits ? { whiteSpace: "nowrap" } : { width: "100%" }) }}
        >
          {label}
        </td>
        <td style={{ ...text, padding: "0 8px 7px", ...(fits ? { width: "100%" } : {}) }}>
          <div
            className="b-leader"
            style={{
              borderBottom: `1.5px dotted ${LIGHT.leader}`,
              minWidth: 16,
              height: 0,
              fontSize: 0,
              lineHeight: 0,
            }}
          />
        </td>
        <td className="t-ink" align="right" style={{ ...text, color: LIGHT.ink, whiteSpace: "nowrap" }}>
          {value}
        </td>
      </tr>
    </Table>
  );
}

/** Leaders, then the total between one line and a double one. */
export function Ledger({ rows, total }: { rows: LedgerRow[]; total: LedgerRow }) {
  const cell = {
    color: LIGHT.ink,
    borderTop: `1px solid ${LIGHT.ink}`,
    borderBottom: `3px double ${LIGHT.ink}`,
    padding: "7px 0 6px",
    fontSize: 15,
    lineHeight: "21px",
    fontWeight: "bold",
  } as const;
  return (
    <div className="b-line" style={{ borderTop: `1px solid ${LIGHT.line}`, marginTop: 16, paddingTop: 13 }}>
      {rows.map((row) => (
        <Row key={`${row.label} ${row.value}`} {...row} />
      ))}
      <Table style={{ marginTop: 4 }}>
        <tr>
          <td className="t-ink b-ink" style={cell}>
            {total.label}
          </td>
          <td className="t-ink b-ink" align="right" style={{ ...cell, whiteSpace: "nowrap" }}>
            {total.value}
          </td>
        </tr>
      </Table>
    </div>
  );
}
