import { View } from "@react-pdf/renderer";
import { formatPercent } from "@/lib/core/format";
import { Beneath, Beside } from "@/lib/invoicing/adapters/pdf/bilingual";
import type { InvoiceView } from "@/lib/invoicing/adapters/pdf/invoice-view";
import { PALETTE } from "@/lib/invoicing/adapters/pdf/palette";
import { HAIRLINE, styles } from "@/lib/invoicing/adapters/pdf/styles";
import { Text } from "@/lib/invoicing/adapters/pdf/text";
import type { InvoiceDocumentTax } from "@/lib/invoicing/invoice-document";

const AMOUNT_WIDTH = 68;

const amount = { width: AMOUNT_WIDTH, textAlign: "right" } as const;

const rule = { borderBottomWidth: HAIRLINE, borderBottomColor: PALETTE.line };

function TaxRow({ view, tax }: { view: InvoiceView; tax: InvoiceDocumentTax }) {
  const rate = view.label("rateWithCategory", (locale) => ({
    rate: formatPercent(tax.rate, locale),
    category: tax.category,
  })).first;
  return (
    <View style={[styles.row, rule, { paddingVertical: 6 }]}>
      <Text style={{ flex: 1 }}>{rate}</Text>
      <Text style={[styles.figures, amount]}>{view.money(tax.baseMinor)}</Text>
      <Text style={[styles.figures, amount]}>{view.money(tax.taxMinor)}</Text>
    </View>
  );
}

/** The words that stand in for a tax not charged: the category's own, and the provision it rests on. */
function Exemption({ view, tax }: { view: InvoiceView; tax: InvoiceDocumentTax }) {
  const name = view.label(`taxCategory.${tax.category}`, (locale) => ({ rate: formatPercent(tax.rate, locale) }));
  const reason = tax.exemptionText === undefined ? undefined : view.localized(tax.exemptionText);
  return (
    <View style={{ marginTop: 7, fontSize: 9.4, lineHeight: 1.36 }}>
      <Beside text={name} />
      {reason === undefined ? null : <Text style={{ color: PALETTE.ink2 }}>{reason.first}</Text>}
      {reason?.second === undefined ? null : <Text style={styles.second}>{reason.second}</Text>}
    </View>
  );
}

/** Base and tax per category and rate (EN 16931 BG-23), with the reason wherever none is charged. */
export function TaxTable({ view }: { view: InvoiceView }) {
  const { taxes } = view.document;
  return (
    <View style={{ width: 205 }}>
      <Beside text={view.label("taxTable.title")} />
      <View style={[styles.row, rule, { marginTop: 4.5, paddingBottom: 6 }]}>
        <View style={{ flex: 1 }}>
          <Beneath text={view.label("taxTable.rate")} />
        </View>
        <View style={{ width: AMOUNT_WIDTH }}>
          <Beneath text={view.label("taxTable.base")} align="right" />
        </View>
        <View style={{ width: AMOUNT_WIDTH }}>
          <Beneath text={view.label("taxTable.tax")} align="right" />
        </View>
      </View>
      {taxes.map((tax) => (
        <TaxRow key={`${tax.category} ${tax.rate}`} view={view} tax={tax} />
      ))}
      {taxes
        .filter((tax) => tax.category !== "S")
        .map((tax) => (
          <Exemption key={`${tax.category} ${tax.rate}`} view={view} tax={tax} />
        ))}
    </View>
  );
}
