import { Circle, G, Image, Rect, Svg, View } from "@react-pdf/renderer";
import type { InvoiceView } from "@/lib/invoicing/adapters/pdf/invoice-view";
import { PALETTE } from "@/lib/invoicing/adapters/pdf/palette";
import { styles } from "@/lib/invoicing/adapters/pdf/styles";
import { Text } from "@/lib/invoicing/adapters/pdf/text";

/** The formats React-PDF can place; anything else would fail the whole document. */
const LOGO = /^data:image\/(png|jpe?g);base64,/;

const BELLS = [
  [9.4, 7],
  [9.4, 13],
  [9.4, 19],
  [16.6, 7],
  [16.6, 19],
] as const;

function Mark() {
  return (
    <Svg viewBox="0 0 26 26" style={{ width: 22.5, height: 22.5 }}>
      <Rect x="3" y="1" width="20" height="24" rx="4" fill={PALETTE.petrol} />
      <G fill={PALETTE.onPetrol}>
        {BELLS.map(([cx, cy]) => (
          <Circle key={`${cx} ${cy}`} cx={cx} cy={cy} r="1.9" />
        ))}
      </G>
      <Circle cx="16.6" cy="13" r="2.5" fill={PALETTE.brass} />
    </Svg>
  );
}

/** Our mark and name; under white label the customer's logo and name instead. */
export function BrandMark({ view }: { view: InvoiceView }) {
  const { name, logo, color } = view.document.branding;
  const isWhiteLabel = logo !== undefined || color !== undefined;
  const placeable = logo !== undefined && LOGO.test(logo) ? logo : undefined;

  return (
    <View style={[styles.row, { alignItems: "center", gap: 6, maxWidth: 270 }]}>
      {placeable === undefined ? null : (
        <Image src={placeable} style={{ height: 22.5, maxWidth: 120, objectFit: "contain" }} />
      )}
      {isWhiteLabel ? null : <Mark />}
      <Text style={{ fontSize: 12.75, fontWeight: 600, flexShrink: 1 }}>{name}</Text>
    </View>
  );
}
