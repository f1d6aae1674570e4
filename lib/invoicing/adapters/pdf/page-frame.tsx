import { Link, Text as PagedText, View } from "@react-pdf/renderer";
import type { InvoiceView } from "@/lib/invoicing/adapters/pdf/invoice-view";
import { PALETTE } from "@/lib/invoicing/adapters/pdf/palette";
import { CONTENT_WIDTH, HAIRLINE, MARGIN, styles } from "@/lib/invoicing/adapters/pdf/styles";
import { Text } from "@/lib/invoicing/adapters/pdf/text";

/** From the second page on, which document this sheet belongs to. */
export function ContinuationHead({ view }: { view: InvoiceView }) {
  const { kind, number } = view.document;
  const text = view.label("continued", () => ({ kind: view.label(`kind.${kind}`).first, number })).first;
  return (
    <View fixed style={{ position: "absolute", top: MARGIN - 20, left: MARGIN, width: CONTENT_WIDTH }}>
      <PagedText
        style={{ fontSize: 9, color: PALETTE.ink3 }}
        render={({ pageNumber }) => (pageNumber > 1 ? text : "")}
      />
    </View>
  );
}

/** What the tax authority returned; nothing is printed for a document that was not transmitted. */
function FiscalMarks({ view }: { view: InvoiceView }) {
  const { fiscal } = view.document;
  if (fiscal === undefined) return null;

  return (
    <>
      <Text>{view.label("mark", () => ({ mark: fiscal.mark })).first}</Text>
      <Text>{view.label("uid", () => ({ uid: fiscal.uid })).first}</Text>
      <Link src={fiscal.qrUrl} style={{ color: PALETTE.ink2 }}>
        {view.label("verify").first}
      </Link>
    </>
  );
}

function TestNote({ view }: { view: InvoiceView }) {
  if (!view.document.test) return null;

  const note = view.label("testNote");
  return (
    <>
      <Text style={styles.strong}>{`${view.label("testWord").first}. ${note.first}`}</Text>
      {note.second === undefined ? null : <Text style={styles.second}>{note.second}</Text>}
    </>
  );
}

/** At the foot of every page: fiscal marks or the word TEST, and the page of how many. */
export function PageFoot({ view }: { view: InvoiceView }) {
  const explained = view.label("explained");
  const pageText = (page: number, pages: number) =>
    view.label("page", () => ({ page: String(page), pages: String(pages) })).first;

  return (
    <View
      fixed
      style={[
        styles.row,
        { position: "absolute", bottom: MARGIN - 10, left: MARGIN, width: CONTENT_WIDTH, paddingTop: 10, gap: 18 },
        { justifyContent: "space-between", alignItems: "flex-end" },
        { borderTopWidth: HAIRLINE, borderTopColor: PALETTE.line },
        { fontSize: 9, color: PALETTE.ink2 },
      ]}
    >
      <View style={{ flexShrink: 1, gap: 2 }}>
        <FiscalMarks view={view} />
        <TestNote view={view} />
        <Text>{view.document.number}</Text>
      </View>
      <View style={{ alignItems: "flex-end", gap: 2 }}>
        <Text style={[styles.voice, { fontSize: 10.1 }]}>{explained.first}</Text>
        {explained.second === undefined ? null : <Text style={styles.second}>{explained.second}</Text>}
        <PagedText render={({ pageNumber, totalPages }) => pageText(pageNumber, totalPages)} />
      </View>
    </View>
  );
}
