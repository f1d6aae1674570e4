import { View } from "@react-pdf/renderer";
import type { Pair } from "@/lib/invoicing/adapters/pdf/invoice-view";
import { styles } from "@/lib/invoicing/adapters/pdf/styles";
import { Text } from "@/lib/invoicing/adapters/pdf/text";

type Weight = 400 | 600;

/** Both languages on one line, the first in ink and the second after it in a lighter one. */
export function Beside({ text, weight = 600, color }: { text: Pair; weight?: Weight; color?: string }) {
  return (
    <Text style={{ fontWeight: weight, ...(color === undefined ? {} : { color }) }}>
      {text.first}
      {text.second === undefined ? null : <Text style={styles.second}>{`  ${text.second}`}</Text>}
    </Text>
  );
}

/** Both languages under each other: the heads of columns. */
export function Beneath({ text, align = "left" }: { text: Pair; align?: "left" | "right" }) {
  return (
    <View style={{ fontSize: 9, lineHeight: 1.25 }}>
      <Text style={{ fontWeight: 600, textAlign: align }}>{text.first}</Text>
      {text.second === undefined ? null : <Text style={[styles.second, { textAlign: align }]}>{text.second}</Text>}
    </View>
  );
}
