import { Text as PdfText, type TextProps } from "@react-pdf/renderer";

/** The penalty at which the line breaker never breaks. */
const NEVER = 10_000;

/**
 * A text that breaks between words only. React-PDF allows a hyphen wherever the font changes, and the font changes at
 * each comma or digit within Greek, so every text of a document goes through here.
 */
export function Text(props: React.PropsWithChildren<TextProps>) {
  return <PdfText hyphenationPenalty={NEVER} {...props} />;
}
