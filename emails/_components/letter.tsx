import { Body, Head, Html, Img, Link, Preview } from "react-email";
import { type Color, DARK_STYLES, LIGHT } from "@/emails/_components/colors";
import { Ledger } from "@/emails/_components/ledger";
import type { LetterContent } from "@/emails/_components/letter-content";
import { mailTranslator } from "@/emails/_components/mail-translator";
import { ownUrl } from "@/emails/_components/own-url";
import { Status } from "@/emails/_components/status";
import { Steps } from "@/emails/_components/steps";
import { Table } from "@/emails/_components/table";

const SANS = "'Sofia Sans', Arial, Helvetica, sans-serif";
const SERIF = "'Source Serif 4', Georgia, 'Times New Roman', serif";

/** On a phone the sheet comes closer to its edge. */
const NARROW = "@media (max-width: 480px) {.sheet{padding:18px !important}.page{padding:20px 12px !important}}";

function Brand({ content }: { content: LetterContent }) {
  const t = mailTranslator(content.locale);
  return (
    <Table fit>
      <tr>
        <td style={{ paddingRight: 8 }}>
          <Img
            src={ownUrl(content.appUrl, "/brand/mark.png")}
            width="26"
            height="26"
            alt={t("markAlt")}
            style={{ display: "block" }}
          />
        </td>
        <td className="t-ink" style={{ color: LIGHT.ink, font: `bold 16px/26px ${SANS}` }}>
          {t("brand")}
        </td>
      </tr>
    </Table>
  );
}

function TestBand({ content }: { content: LetterContent }) {
  return (
    <div
      className="g-brassSoft t-brassInk"
      style={{
        backgroundColor: LIGHT.brassSoft,
        color: LIGHT.brassInk,
        font: `bold 13.5px/19px ${SANS}`,
        borderRadius: 6,
        padding: "8px 12px",
        marginBottom: 12,
      }}
    >
      {mailTranslator(content.locale)("testBand")}
    </div>
  );
}

function Paragraph({ color, size, children }: { color: Color; size: number; children: React.ReactNode }) {
  return (
    <p
      className={`t-${color}`}
      style={{ color: LIGHT[color], font: `${size}px/${Math.round(size * 1.42)}px ${SANS}`, margin: 0 }}
    >
      {children}
    </p>
  );
}

function Actions({ content }: { content: LetterContent }) {
  const { action, secondAction } = content;
  return (
    <>
      <Link
        href={action.href}
        className="g-petrol t-onPetrol"
        style={{
          display: "block",
          margin: "17px 0 0",
          padding: "13px 12px",
          borderRadius: 8,
          backgroundColor: LIGHT.petrol,
          color: LIGHT.onPetrol,
          font: `bold 16.5px/22px ${SANS}`,
          textAlign: "center",
          textDecoration: "none",
        }}
      >
        {action.label}
      </Link>
      {secondAction === undefined ? null : (
        <Link
          href={secondAction.href}
          className="t-petrol"
          style={{
            display: "block",
            padding: "14px 0 3px",
            color: LIGHT.petrol,
            font: `bold 15.5px/22px ${SANS}`,
            textAlign: "center",
            textDecoration: "none",
          }}
        >
          {secondAction.label}
        </Link>
      )}
    </>
  );
}

function Sheet({ content }: { content: LetterContent }) {
  return (
    <div
      className="sheet g-surface b-line"
      style={{
        backgroundColor: LIGHT.surface,
        border: `1px solid ${LIGHT.line}`,
        borderRadius: 10,
        padding: "26px 28px 28px",
        fontFamily: SANS,
      }}
    >
      <Status tone={content.status.tone} text={content.status.text} />
      <p className="t-ink" style={{ color: LIGHT.ink, font: `21px/29px ${SERIF}`, margin: "9px 0 12px" }}>
        {content.sentence.rich}
      </p>
      <Paragraph color="ink2" size={15.5}>
        {content.meaning}
      </Paragraph>
      <Actions content={content} />
      {content.ledger === undefined ? null : <Ledger {...content.ledger} />}
      <Steps steps={content.steps} title={mailTranslator(content.locale)("stepsTitle")} />
      {content.afterSteps === undefined ? null : (
        <div style={{ marginTop: 10 }}>
          <Paragraph color="ink2" size={14}>
            {content.afterSteps}
          </Paragraph>
        </div>
      )}
    </div>
  );
}

/** The one layout of our mail: 600 wide, one column, one sheet, one filled button. */
export function Letter({ content }: { content: LetterContent }) {
  return (
    <Html lang={content.locale}>
      <Head>
        <meta name="color-scheme" content="light dark" />
        <meta name="supported-color-schemes" content="light dark" />
        <title>{content.subject}</title>
        <style>{`:root{color-scheme:light dark}${NARROW}${DARK_STYLES}`}</style>
      </Head>
      <Preview>{content.sentence.plain}</Preview>
      <Body className="g-ground" style={{ backgroundColor: LIGHT.ground, margin: 0, padding: 0 }}>
        <Table align="center" className="g-ground" style={{ backgroundColor: LIGHT.ground }}>
          <tr>
            <td className="page" align="center" style={{ padding: "28px 20px 32px" }}>
              <Table align="center" style={{ maxWidth: 600, textAlign: "left" }}>
                <tr>
                  <td>
                    <Brand content={content} />
                    <div style={{ height: 18 }} />
                    {content.test ? <TestBand content={content} /> : null}
                    <Sheet content={content} />
                    <div style={{ padding: "14px 4px 0" }}>
                      <Paragraph color="ink3" size={13}>
                        {content.reference} {mailTranslator(content.locale)("reply")}
                      </Paragraph>
                    </div>
                  </td>
                </tr>
              </Table>
            </td>
          </tr>
        </Table>
      </Body>
    </Html>
  );
}
