import { StyleSheet } from "@react-pdf/renderer";
import { PALETTE } from "@/lib/invoicing/adapters/pdf/palette";
import { SANS, SERIF } from "@/lib/invoicing/adapters/pdf/register-fonts";

const MM = 72 / 25.4;

export const MARGIN = 16 * MM;
const FOOTER_HEIGHT = 58;

/** Of A4, between the margins. */
export const CONTENT_WIDTH = 595.28 - 2 * MARGIN;

export const HAIRLINE = 0.75;

/** Sizes in points: the pixels of the drawing at 96 dpi, times 0.75. */
export const styles = StyleSheet.create({
  page: {
    paddingTop: MARGIN,
    paddingHorizontal: MARGIN,
    paddingBottom: MARGIN + FOOTER_HEIGHT,
    backgroundColor: "#ffffff",
    fontFamily: SANS,
    fontSize: 10.1,
    color: PALETTE.ink,
  },
  /**
   * A line height belongs beside the font size it multiplies, and never on the page: React-PDF multiplies an inherited line height again each time it lays a page out anew, which it
   * does for every text that knows its page number.
   */
  section: { fontSize: 10.1, lineHeight: 1.4 },
  row: { flexDirection: "row" },
  strong: { fontWeight: 600 },
  second: { color: PALETTE.ink3, fontWeight: 400 },
  /** The tabular figures of these cuts are set wide apart; a little tighter they read as one number. */
  figures: { fontFeatureSettings: { tnum: 1 }, letterSpacing: -0.35 },
  voice: { fontFamily: SERIF, fontWeight: 400, color: PALETTE.ink2 },
});
