import { Document, Page, View } from "@react-pdf/renderer";
import { DocumentHead } from "@/lib/invoicing/adapters/pdf/document-head";
import { invoiceView } from "@/lib/invoicing/adapters/pdf/invoice-view";
import { LineTable } from "@/lib/invoicing/adapters/pdf/line-table";
import { ContinuationHead, PageFoot } from "@/lib/invoicing/adapters/pdf/page-frame";
import { Parties } from "@/lib/invoicing/adapters/pdf/parties";
import { StateBand } from "@/lib/invoicing/adapters/pdf/state-band";
import { styles } from "@/lib/invoicing/adapters/pdf/styles";
import { TaxTable } from "@/lib/invoicing/adapters/pdf/tax-table";
import { Totals } from "@/lib/invoicing/adapters/pdf/totals";
import type { InvoiceDocument } from "@/lib/invoicing/invoice-document";

/** One issued document on A4. Its dates are the document's own, so the same document always gives the same bytes. */
export function InvoicePdf({ document }: { document: InvoiceDocument }) {
  const view = invoiceView(document);
  const createdAt = new Date(`${document.issueDate}T00:00:00Z`);
  const title = `${view.label(`kind.${document.kind}`).first} ${document.number}`;

  return (
    <Document
      title={document.test ? `${view.label("testWord").first} ${title}` : title}
      author={document.seller.name}
      creator={document.branding.name}
      producer={document.branding.name}
      language={document.locale}
      creationDate={createdAt}
      modificationDate={createdAt}
    >
      <Page size="A4" style={styles.page}>
        <ContinuationHead view={view} />
        <DocumentHead view={view} />
        <Parties view={view} />
        <StateBand view={view} />
        <LineTable view={view} />
        <View wrap={false} style={[styles.section, styles.row, { justifyContent: "space-between", marginTop: 22 }]}>
          <TaxTable view={view} />
          <Totals view={view} />
        </View>
        <PageFoot view={view} />
      </Page>
    </Document>
  );
}
