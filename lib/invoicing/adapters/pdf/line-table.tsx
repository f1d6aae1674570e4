import { View } from "@react-pdf/renderer";
import { Beneath } from "@/lib/invoicing/adapters/pdf/bilingual";
import type { InvoiceView } from "@/lib/invoicing/adapters/pdf/invoice-view";
import {
  COLUMN_GAP,
  columnLabel,
  columnWidths,
  FIGURE_COLUMNS,
  type FigureColumn,
  figuresOf,
} from "@/lib/invoicing/adapters/pdf/line-columns";
import { PALETTE } from "@/lib/invoicing/adapters/pdf/palette";
import { HAIRLINE, styles } from "@/lib/invoicing/adapters/pdf/styles";
import { Text } from "@/lib/invoicing/adapters/pdf/text";
import type { InvoiceDocumentLine } from "@/lib/invoicing/invoice-document";

type Widths = Record<FigureColumn, number>;

const POSITION_WIDTH = 13.5;

/** A row stays whole on its page unless its text alone could fill one. */
const LONGEST_UNBROKEN = 1_200;

const rule = { borderBottomWidth: HAIRLINE, borderBottomColor: PALETTE.line };

function positionWidth(view: InvoiceView): number {
  return Math.max(POSITION_WIDTH, String(view.document.lines.length).length * 5.35 + 5);
}

/** Repeated at the head of every page the table reaches. */
function HeadRow({ view, widths }: { view: InvoiceView; widths: Widths }) {
  return (
    <View fixed style={[styles.row, rule, { alignItems: "flex-end", paddingBottom: 6, paddingTop: 1 }]}>
      <View style={{ width: positionWidth(view) }}>
        <Beneath text={view.label("line.position")} />
      </View>
      <View style={{ flex: 1 }}>
        <Beneath text={view.label("line.description")} />
      </View>
      {FIGURE_COLUMNS.map((column) => (
        <View key={column} style={{ width: widths[column], marginLeft: COLUMN_GAP }}>
          <Beneath text={columnLabel(view, column)} align={column === "period" ? "left" : "right"} />
        </View>
      ))}
    </View>
  );
}

function Description({ view, line }: { view: InvoiceView; line: InvoiceDocumentLine }) {
  const text = view.localized(line.description);
  return (
    <View style={{ flex: 1 }}>
      <Text style={styles.strong}>{text.first}</Text>
      {text.second === undefined ? null : (
        <Text style={[styles.second, { fontSize: 9.4, lineHeight: 1.36 }]}>{text.second}</Text>
      )}
      {line.working === undefined ? null : (
        <Text style={[styles.voice, { fontSize: 9.75, lineHeight: 1.38, marginTop: 4 }]}>
          {view.localized(line.working).first}
        </Text>
      )}
    </View>
  );
}

function LineRow({ view, widths, line }: { view: InvoiceView; widths: Widths; line: InvoiceDocumentLine }) {
  const figures = figuresOf(view, line);
  const { first, second = "" } = view.localized(line.description);
  const length = first.length + second.length + (line.working?.[view.document.locale].length ?? 0);
  return (
    <View wrap={length > LONGEST_UNBROKEN} style={[styles.row, rule, { paddingTop: 10.5, paddingBottom: 8.5 }]}>
      <Text style={[styles.figures, { width: positionWidth(view) }]}>{line.position}</Text>
      <Description view={view} line={line} />
      {FIGURE_COLUMNS.map((column) => (
        <Text
          key={column}
          style={[
            styles.figures,
            { width: widths[column], marginLeft: COLUMN_GAP, textAlign: column === "period" ? "left" : "right" },
            column === "net" ? styles.strong : {},
          ]}
        >
          {figures[column]}
        </Text>
      ))}
    </View>
  );
}

export function LineTable({ view }: { view: InvoiceView }) {
  const widths = columnWidths(view);
  return (
    <View style={[styles.section, { marginTop: 21 }]}>
      <HeadRow view={view} widths={widths} />
      {view.document.lines.map((line) => (
        <LineRow key={line.position} view={view} widths={widths} line={line} />
      ))}
    </View>
  );
}
