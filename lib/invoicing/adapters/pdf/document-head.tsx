import { View } from "@react-pdf/renderer";
import { BrandMark } from "@/lib/invoicing/adapters/pdf/brand-mark";
import type { InvoiceView } from "@/lib/invoicing/adapters/pdf/invoice-view";
import { PALETTE } from "@/lib/invoicing/adapters/pdf/palette";
import { styles } from "@/lib/invoicing/adapters/pdf/styles";
import { Text } from "@/lib/invoicing/adapters/pdf/text";

function SellerBlock({ view }: { view: InvoiceView }) {
  const { seller } = view.document;
  const identity = [
    seller.vatId === undefined ? undefined : view.label("vatId", () => ({ vatId: seller.vatId ?? "" })).first,
    seller.registrationNumber === undefined
      ? undefined
      : view.label("registration", () => ({ number: seller.registrationNumber ?? "" })).first,
  ].filter((part) => part !== undefined);

  return (
    <View style={{ marginTop: 9, fontSize: 9.75, lineHeight: 1.38, color: PALETTE.ink2 }}>
      <Text>{seller.name}</Text>
      {seller.addressLines.map((line) => (
        <Text key={line}>{line}</Text>
      ))}
      {identity.length === 0 ? null : <Text>{identity.join(", ")}</Text>}
      <Text>{seller.email}</Text>
    </View>
  );
}

/** The frame, not a tint, so that it prints in grey and no one takes the page for a fiscal document. */
function TestWord({ view }: { view: InvoiceView }) {
  return (
    <View
      style={{ borderWidth: 1.2, borderColor: PALETTE.ink, paddingHorizontal: 7, paddingVertical: 2, marginTop: 6 }}
    >
      <Text style={{ fontWeight: 600, fontSize: 13, lineHeight: 1.2 }}>{view.label("testWord").first}</Text>
    </View>
  );
}

/** The seller on the left, what the document is and its number on the right. */
export function DocumentHead({ view }: { view: InvoiceView }) {
  const kind = view.label(`kind.${view.document.kind}`);
  return (
    <View style={[styles.section, styles.row, { justifyContent: "space-between", gap: 24 }]}>
      <View style={{ flexShrink: 1 }}>
        <BrandMark view={view} />
        <SellerBlock view={view} />
      </View>
      <View style={{ alignItems: "flex-end" }}>
        <View style={[styles.row, { alignItems: "baseline", gap: 7 }]}>
          <Text style={{ fontSize: 21.75, lineHeight: 1.17, fontWeight: 600, letterSpacing: -0.3 }}>{kind.first}</Text>
          {kind.second === undefined ? null : (
            <Text style={[styles.second, { fontSize: 21.75, lineHeight: 1.17, letterSpacing: -0.3 }]}>
              {kind.second}
            </Text>
          )}
        </View>
        <Text style={{ fontSize: 12.75, fontWeight: 600, color: view.color, marginTop: 3 }}>
          {view.document.number}
        </Text>
        {view.document.test ? <TestWord view={view} /> : null}
      </View>
    </View>
  );
}
