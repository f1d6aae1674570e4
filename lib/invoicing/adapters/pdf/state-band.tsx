import { Circle, Path, Svg, View } from "@react-pdf/renderer";
import { formatDate } from "@/lib/core/format";
import { dateInZone } from "@/lib/core/time-zone";
import { type InvoiceView, type Pair, printedTime } from "@/lib/invoicing/adapters/pdf/invoice-view";
import { PALETTE } from "@/lib/invoicing/adapters/pdf/palette";
import { styles } from "@/lib/invoicing/adapters/pdf/styles";
import { Text } from "@/lib/invoicing/adapters/pdf/text";
import type { DocumentPaymentState } from "@/lib/invoicing/invoice-document";

const TINT: Record<DocumentPaymentState, { soft: string; ink: string }> = {
  paid: PALETTE.ok,
  processing: PALETTE.info,
  partial: PALETTE.warn,
  failed: PALETTE.danger,
  open: PALETTE.neutral,
};

/** Letters stand high in their line; this sets them level with the glyph. */
const optical = { paddingTop: 1.6 };

/** Shape before colour: disc with a tick, half disc, ring or diamond, as everywhere in the product. */
function Glyph({ state }: { state: DocumentPaymentState }) {
  const { ink, soft } = TINT[state];
  return (
    <Svg viewBox="0 0 10 10" style={{ width: 10.5, height: 10.5 }}>
      {state === "failed" ? <Path d="M5 0 10 5 5 10 0 5z" fill={ink} /> : null}
      {state === "open" ? <Circle cx="5" cy="5" r="4.2" fill={soft} stroke={ink} strokeWidth={1.4} /> : null}
      {state === "processing" || state === "partial" ? (
        <>
          <Circle cx="5" cy="5" r="4.3" fill={soft} stroke={ink} strokeWidth={1.2} />
          <Path d="M5 0.7 A4.3 4.3 0 0 1 5 9.3 Z" fill={ink} />
        </>
      ) : null}
      {state === "paid" ? (
        <>
          <Circle cx="5" cy="5" r="5" fill={ink} />
          <Path d="M2.8 5.2 4.4 6.8 7.3 3.5" stroke="#ffffff" strokeWidth={1.4} fill="none" />
        </>
      ) : null}
    </Svg>
  );
}

/** The first language also tells the time; beside it the date is enough. */
function paidSentence(view: InvoiceView): Pair {
  const { paidAt, timeZone } = view.document.payment;
  if (paidAt === undefined) {
    return view.label("band.paid", (locale) => ({ date: formatDate(view.document.issueDate, locale, "long") }));
  }

  const day = dateInZone(new Date(paidAt), timeZone);
  const time = printedTime(paidAt, timeZone);
  const withTime = view.label("band.paidAtTime", (locale) => ({ date: formatDate(day, locale, "long"), time }));
  return { ...view.label("band.paid", (locale) => ({ date: formatDate(day, locale, "long") })), first: withTime.first };
}

function sentence(view: InvoiceView): Pair {
  const { payment, dueDate } = view.document;
  if (payment.state === "paid") return paidSentence(view);
  if (payment.state !== "open") return view.label(`band.${payment.state}`);
  if (dueDate === undefined) return view.label("band.openNoDate");
  return view.label("band.open", (locale) => ({ date: formatDate(dueDate, locale, "long") }));
}

/** What was paid, or what is still owed, as a band across the page. A credit note has no payment of its own. */
export function StateBand({ view }: { view: InvoiceView }) {
  const { kind, payment, totals } = view.document;
  if (kind === "credit_note") return null;

  const { soft, ink } = TINT[payment.state];
  const text = sentence(view);
  return (
    <View
      wrap={false}
      style={[
        styles.section,
        styles.row,
        { alignItems: "center", gap: 7.5, marginTop: 19.5, paddingVertical: 8, paddingHorizontal: 10.5 },
        { backgroundColor: soft, color: ink, borderRadius: 4.5, fontSize: 10.5 },
      ]}
    >
      <Glyph state={payment.state} />
      <Text style={[styles.strong, optical, { flex: 1 }]}>
        {text.first}
        {text.second === undefined ? null : <Text style={{ fontWeight: 400 }}>{`   ${text.second}`}</Text>}
      </Text>
      <Text style={[styles.figures, optical]}>
        {view.money(payment.state === "paid" ? totals.paidMinor : totals.dueMinor)}
      </Text>
    </View>
  );
}
