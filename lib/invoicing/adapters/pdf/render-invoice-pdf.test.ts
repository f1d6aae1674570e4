import { readFileSync } from "node:fs";
import { getDocument } from "pdfjs-dist/legacy/build/pdf.mjs";
import { afterAll, describe, expect, test } from "vitest";
import { calendarDate } from "@/lib/core/calendar";
import { amountMinor } from "@/lib/core/money";
import { closePdfWorker } from "@/lib/invoicing/adapters/pdf/pdf-worker-pool";
import { renderInvoicePdf } from "@/lib/invoicing/adapters/pdf/render-invoice-pdf";
import { longInvoice, planLine, sampleInvoice } from "@/lib/invoicing/adapters/pdf/sample-documents";
import { unpackWoff } from "@/lib/invoicing/adapters/pdf/unpack-woff";

type ReadPdf = { pages: string[]; info: Record<string, unknown> };

/** The text of each page, as a reader's search would find it. No-break spaces are read as spaces. */
async function readPdf(bytes: Uint8Array): Promise<ReadPdf> {
  const pdf = await getDocument({ data: bytes.slice(), isEvalSupported: false, verbosity: 0 }).promise;
  const pages: string[] = [];
  for (let number = 1; number <= pdf.numPages; number++) {
    const content = await (await pdf.getPage(number)).getTextContent();
    const text = content.items.map((item) => ("str" in item ? item.str : "")).join(" ");
    pages.push(text.replace(/\s+/g, " "));
  }
  const { info } = await pdf.getMetadata();
  await pdf.destroy();
  return { pages, info: info as Record<string, unknown> };
}

/** Fonts change within a word, and a reader may put a space there: figures and words are compared without spaces. */
function squeezed(text: string | undefined): string {
  return (text ?? "").replaceAll(/\s/g, "");
}

async function textOf(document: Parameters<typeof renderInvoicePdf>[0]): Promise<string> {
  const { pages } = await readPdf(await renderInvoicePdf(document));
  return squeezed(pages.join(" "));
}

afterAll(closePdfWorker);

describe("renderInvoicePdf", () => {
  test("prints what Directive 2006/112/EC art. 226 asks for, in both languages", async () => {
    const text = await textOf(sampleInvoice());
    for (const expected of [
      "Τιμολόγιο Invoice NC-2026-001184",
      "Ημερομηνία έκδοσης Issue date 1 Νοεμβρίου 2026",
      "Προθεσμία Due date",
      "New Concierge Μ.ΙΚΕ",
      "Οδός Παραδείγματος 1, 105 00 Αθήνα",
      "ΑΦΜ EL123456783, ΓΕΜΗ 000000000000",
      "Πελάτης Customer",
      "Ακτή Διαχείριση Ε.Ε.",
      "Οδός Δοκιμής 24, 106 00 Αθήνα",
      "ΑΦΜ EL987654324",
      "Πακέτο Professional",
      "Professional plan, in advance",
      "1/11 – 30/11/2026",
      "Κλήσεις API πάνω από 100.000",
      "117.300 κλήσεις − 100.000 = 17.300, δηλαδή 18 πακέτα των 1.000",
      "1/10 – 31/10/2026",
      "0,50 €",
      "Ανάλυση ΦΠΑ VAT breakdown",
      "24%, S",
      "68,00 €",
      "16,32 €",
      "Σύνολο Total",
      "84,32 €",
      "Πληρωμένο Paid",
      "−84,32 €",
      "Υπόλοιπο Amount due",
      "0,00 €",
      "Εξοφλήθηκε την 1 Νοεμβρίου 2026, 09:02",
      "Paid on 1 November 2026",
      "Visa 4242",
      "Σελίδα 1 από 1",
    ]) {
      expect(text).toContain(squeezed(expected));
    }
    expect(text).not.toContain("TEST");
    expect(text).not.toContain("MARK");
  });

  test("puts English first where it is the document's language", async () => {
    const text = await textOf(sampleInvoice({ locale: "en" }));
    for (const expected of [
      "Invoice Τιμολόγιο",
      "VAT ID EL987654324",
      "Issue date Ημερομηνία έκδοσης 1 November 2026",
      "Paid on 1 November 2026, 09:02",
      "117,300 calls − 100,000 = 17,300, that is 18 packages of 1,000",
      "€84.32",
      "Page 1 of 1",
    ]) {
      expect(text).toContain(squeezed(expected));
    }
  });

  test("says where the money can be sent while something is due, and what was taken off", async () => {
    const text = await textOf(
      sampleInvoice({
        dueDate: calendarDate("2026-11-15"),
        payment: { state: "open", timeZone: "Europe/Athens" },
        totals: {
          subtotalMinor: amountMinor(6800),
          taxMinor: amountMinor(1632),
          totalMinor: amountMinor(8432),
          creditAppliedMinor: amountMinor(1000),
          paidMinor: amountMinor(0),
          dueMinor: amountMinor(7432),
        },
      }),
    );
    for (const expected of [
      "Πληρωτέο έως 15 Νοεμβρίου 2026",
      "Due by 15 November 2026",
      "GR16 0110 1250 0000 0001 2300 695",
      "−10,00 €",
      "74,32 €",
    ]) {
      expect(text).toContain(squeezed(expected));
    }
  });

  test("names the reverse charge and the provision it rests on (art. 226 (11a))", async () => {
    const text = await textOf(
      sampleInvoice({
        lines: [planLine({ taxCategory: "AE", taxRate: "0" })],
        taxes: [
          {
            category: "AE",
            rate: "0",
            baseMinor: amountMinor(5900),
            taxMinor: amountMinor(0),
            exemptionText: { el: "Άρθρο 196 της Οδηγίας 2006/112/ΕΚ", en: "Article 196 of Directive 2006/112/EC" },
          },
        ],
      }),
    );
    for (const expected of ["Αντίστροφη επιβάρυνση", "Reverse charge", "Άρθρο 196", "Article 196"]) {
      expect(text).toContain(squeezed(expected));
    }
  });

  test("repeats the head of the table on every page and prints each line once", async () => {
    const { pages } = await readPdf(await renderInvoicePdf(longInvoice(40, { test: true })));
    expect(pages.length).toBeGreaterThan(2);
    pages.forEach((page, index) => {
      expect(squeezed(page)).toContain(squeezed(`Σελίδα ${index + 1} από ${pages.length}`));
      expect(squeezed(page)).toContain("TEST");
      expect(squeezed(page)).toContain(squeezed("Περιγραφή"));
      expect(squeezed(page).includes("συνέχεια")).toBe(index > 0);
    });
    const lines = squeezed(pages.join(" ")).match(/Πρόσθετοκτίριο,αριθμός\d+/g);
    expect(lines).toHaveLength(40);
    expect(squeezed(pages.at(-1))).toContain("1.178,00€");
  });

  test("a credit note names the document it amends and claims no payment (art. 219)", async () => {
    const { dueDate: _, ...invoice } = sampleInvoice();
    const text = await textOf({
      ...invoice,
      kind: "credit_note",
      number: "NC-CN-2026-000007",
      corrects: { number: "NC-2026-001184", issueDate: calendarDate("2026-11-01") },
    });
    expect(text).toContain(squeezed("Πιστωτικό τιμολόγιο Credit note NC-CN-2026-000007"));
    expect(text).toContain(squeezed("Διορθώνει το Corrects NC-2026-001184"));
    expect(text).not.toContain(squeezed("Εξοφλήθηκε"));
    expect(text).not.toContain(squeezed("Προθεσμία"));
  });

  test("survives what people type: long words, other alphabets, signs without a glyph", async () => {
    const text = await textOf(
      sampleInvoice({
        customer: { name: `${"Χ".repeat(200)} Łódź Șerban Добър \u202e 漢字 🏠`, addressLines: ["", "a".repeat(400)] },
        branding: { name: "Ακτή", logo: "data:image/webp;base64,AAAA", color: "#ffff00" },
      }),
    );
    expect(text).toContain("ŁódźȘerbanДобър");
  });

  test("carries its title, author and language", async () => {
    const { info } = await readPdf(await renderInvoicePdf(sampleInvoice()));
    expect(info).toMatchObject({
      Title: "Τιμολόγιο NC-2026-001184",
      Author: "New Concierge Μ.ΙΚΕ",
      Language: "el",
      CreationDate: "D:20261101000000Z",
    });
  });

  test("the same document gives the same bytes, in or out of turn", async () => {
    const documents = [
      sampleInvoice(),
      longInvoice(12),
      sampleInvoice(),
      sampleInvoice({ locale: "en" }),
      longInvoice(12),
    ];
    const [first, long, again, , longAgain] = await Promise.all(documents.map(renderInvoicePdf));
    expect(again).toEqual(first);
    expect(longAgain).toEqual(long);
  });

  test("a document that cannot be drawn fails alone", async () => {
    const broken = { ...sampleInvoice(), lines: undefined } as unknown as ReturnType<typeof sampleInvoice>;
    const [bad, good] = await Promise.allSettled([renderInvoicePdf(broken), renderInvoicePdf(sampleInvoice())]);
    expect(bad.status).toBe("rejected");
    expect(good.status).toBe("fulfilled");
  });

  test("goes on in a new thread when the old one ends", async () => {
    const interrupted = renderInvoicePdf(longInvoice(200));
    await closePdfWorker();
    await expect(interrupted).rejects.toThrow("the PDF thread ended");
    expect((await renderInvoicePdf(sampleInvoice())).length).toBeGreaterThan(10_000);
  });

  test("fifty renders leave the memory where it was", async () => {
    for (let index = 0; index < 10; index++) await renderInvoicePdf(sampleInvoice());
    const before = process.memoryUsage().rss;
    for (let index = 0; index < 50; index++) await renderInvoicePdf(sampleInvoice());
    expect(process.memoryUsage().rss - before).toBeLessThan(150 * 1024 * 1024);
  }, 60_000);
});

describe("unpackWoff", () => {
  test("restores a TrueType font and refuses anything else", () => {
    const woff = readFileSync("lib/invoicing/adapters/pdf/fonts/sofia-sans-greek-400-normal.woff");
    const font = unpackWoff(woff);
    expect(font.readUInt32BE(0)).toBe(0x00010000);
    expect(font.length).toBe(woff.readUInt32BE(16));
    expect(() => unpackWoff(Buffer.from("wOF2........"))).toThrow("not a WOFF 1.0 font");
  });
});
