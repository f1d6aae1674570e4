import { parentPort } from "node:worker_threads";
import { renderToBuffer } from "@react-pdf/renderer";
import { InvoicePdf } from "@/lib/invoicing/adapters/pdf/invoice-pdf";
import type { PdfAnswer, PdfRequest } from "@/lib/invoicing/adapters/pdf/pdf-worker-pool";
import { registerFonts } from "@/lib/invoicing/adapters/pdf/register-fonts";

const fonts = registerFonts();

async function answer({ id, document }: PdfRequest): Promise<PdfAnswer> {
  try {
    await fonts;
    return { id, bytes: new Uint8Array(await renderToBuffer(<InvoicePdf document={document} />)) };
  } catch (error) {
    return { id, error: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  }
}

parentPort?.on("message", (request: PdfRequest) => {
  void answer(request).then((reply) => parentPort?.postMessage(reply));
});
