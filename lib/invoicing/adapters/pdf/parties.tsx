import { View } from "@react-pdf/renderer";
import { formatDate } from "@/lib/core/format";
import { Beside } from "@/lib/invoicing/adapters/pdf/bilingual";
import type { InvoiceView, Pair } from "@/lib/invoicing/adapters/pdf/invoice-view";
import { PALETTE } from "@/lib/invoicing/adapters/pdf/palette";
import { HAIRLINE, styles } from "@/lib/invoicing/adapters/pdf/styles";
import { Text } from "@/lib/invoicing/adapters/pdf/text";

type Fact = { label: Pair; value: string };

/** The facts this document has, in a fixed order; a bank account only while something is still to be paid. */
function factsOf(view: InvoiceView): Fact[] {
  const { issueDate, dueDate, corrects, subscriptionLabel, paymentMethodLabel, seller, totals, kind } = view.document;
  const facts: Fact[] = [{ label: view.label("issueDate"), value: view.date(issueDate) }];

  if (dueDate !== undefined) facts.push({ label: view.label("dueDate"), value: view.date(dueDate) });
  if (corrects !== undefined) {
    const value = view.label("correctsDocument", (locale) => ({
      number: corrects.number,
      date: formatDate(corrects.issueDate, locale, "medium"),
    })).first;
    facts.push({ label: view.label("corrects"), value });
  }
  if (subscriptionLabel !== undefined) {
    facts.push({ label: view.label("subscription"), value: view.localized(subscriptionLabel).first });
  }
  if (paymentMethodLabel !== undefined) facts.push({ label: view.label("paymentMethod"), value: paymentMethodLabel });
  if (kind === "invoice" && seller.iban !== undefined && totals.dueMinor > 0) {
    facts.push({ label: view.label("bankAccount"), value: seller.iban });
  }
  return facts;
}

function CustomerBlock({ view }: { view: InvoiceView }) {
  const { customer } = view.document;
  return (
    <View style={{ flex: 1 }}>
      <Beside text={view.label("customer")} />
      <View style={{ marginTop: 5, fontSize: 10.5, lineHeight: 1.43 }}>
        <Text style={styles.strong}>{customer.name}</Text>
        {customer.addressLines.map((line) => (
          <Text key={line}>{line}</Text>
        ))}
        {customer.vatId === undefined ? null : (
          <Text>{view.label("vatId", () => ({ vatId: customer.vatId ?? "" })).first}</Text>
        )}
      </View>
    </View>
  );
}

/** The customer on the left, the facts of the document on the right, beneath a line of ink. */
export function Parties({ view }: { view: InvoiceView }) {
  return (
    <View
      style={[
        styles.section,
        styles.row,
        { marginTop: 28, paddingTop: 12, gap: 22, borderTopWidth: HAIRLINE, borderTopColor: PALETTE.ink },
      ]}
    >
      <CustomerBlock view={view} />
      <View style={{ width: 248 }}>
        {factsOf(view).map(({ label, value }) => (
          <View
            key={label.first}
            style={[styles.row, { justifyContent: "space-between", gap: 10, paddingVertical: 2.6 }]}
          >
            <View style={{ flexShrink: 0 }}>
              <Beside text={label} weight={400} color={PALETTE.ink2} />
            </View>
            <Text style={{ textAlign: "right", flexShrink: 1 }}>{value}</Text>
          </View>
        ))}
      </View>
    </View>
  );
}
