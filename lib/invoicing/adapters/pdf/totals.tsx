import { View } from "@react-pdf/renderer";
import { formatPercent } from "@/lib/core/format";
import { type AmountMinor, negateMinor } from "@/lib/core/money";
import { Beside } from "@/lib/invoicing/adapters/pdf/bilingual";
import type { InvoiceView, Pair } from "@/lib/invoicing/adapters/pdf/invoice-view";
import { PALETTE } from "@/lib/invoicing/adapters/pdf/palette";
import { HAIRLINE, styles } from "@/lib/invoicing/adapters/pdf/styles";
import { Text } from "@/lib/invoicing/adapters/pdf/text";

type LeaderProps = { label: Pair; amount: string; strong?: boolean };

/** Label, dotted leader, amount. */
function Leader({ label, amount, strong = false }: LeaderProps) {
  return (
    <View style={[styles.row, { alignItems: "flex-end", gap: 6, paddingVertical: 1.6 }]}>
      <Beside text={label} />
      <View
        style={{
          flex: 1,
          borderBottomWidth: 0.9,
          borderBottomStyle: "dotted",
          borderBottomColor: PALETTE.leader,
          minWidth: 12,
          marginBottom: 3.6,
        }}
      />
      <Text style={[styles.figures, strong ? styles.strong : {}]}>{amount}</Text>
    </View>
  );
}

/** The bookkeeper's double rule: the sum has been checked against its parts before it was stored. */
function GrandTotal({ label, amount }: { label: Pair; amount: string }) {
  return (
    <View style={{ marginTop: 7 }}>
      <View
        style={[
          styles.row,
          { justifyContent: "space-between", alignItems: "center", paddingVertical: 3.5, gap: 10 },
          { borderTopWidth: HAIRLINE, borderTopColor: PALETTE.ink },
        ]}
      >
        <Text style={{ fontSize: 12, fontWeight: 600 }}>
          {label.first}
          {label.second === undefined ? null : (
            <Text style={[styles.second, { fontSize: 10.1 }]}>{`  ${label.second}`}</Text>
          )}
        </Text>
        <Text style={[styles.figures, { fontSize: 17.25, fontWeight: 600, lineHeight: 1.15 }]}>{amount}</Text>
      </View>
      <View style={{ height: 2.25, borderTopWidth: HAIRLINE, borderBottomWidth: HAIRLINE, borderColor: PALETTE.ink }} />
    </View>
  );
}

/** What was taken off the total and what is left; a credit note ends at its total. */
function Settlement({ view }: { view: InvoiceView }) {
  const { kind, totals } = view.document;
  if (kind === "credit_note") return null;

  const minus = (amount: AmountMinor) => view.money(negateMinor(amount));
  return (
    <View style={{ marginTop: 7 }}>
      {totals.creditAppliedMinor === 0 ? null : (
        <Leader label={view.label("creditApplied")} amount={minus(totals.creditAppliedMinor)} />
      )}
      <Leader label={view.label("paid")} amount={minus(totals.paidMinor)} />
      <Leader label={view.label("due")} amount={view.money(totals.dueMinor)} strong />
    </View>
  );
}

/** Net, VAT per rate and the total, each figure as stored: nothing is added up here. */
export function Totals({ view }: { view: InvoiceView }) {
  const { kind, taxes, totals } = view.document;
  return (
    <View style={{ width: 248 }}>
      <Leader label={view.label("net")} amount={view.money(totals.subtotalMinor)} />
      {taxes.map((tax) => (
        <Leader
          key={`${tax.category} ${tax.rate}`}
          label={view.label(`taxCategory.${tax.category}`, (locale) => ({ rate: formatPercent(tax.rate, locale) }))}
          amount={view.money(tax.taxMinor)}
        />
      ))}
      <GrandTotal
        label={view.label(kind === "credit_note" ? "totalCredit" : "total")}
        amount={view.money(totals.totalMinor)}
      />
      <Settlement view={view} />
    </View>
  );
}
