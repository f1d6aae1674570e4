import { PALETTE } from "@/lib/invoicing/adapters/pdf/palette";

const HEX = /^#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/i;

/** WCAG 2.2 asks 4.5 : 1 of text. */
const MIN_CONTRAST = 4.5;

/** WCAG relative luminance of an sRGB channel given as two hex digits. */
function linear(hexPair: string): number {
  const channel = Number.parseInt(hexPair, 16) / 255;
  return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
}

/** The customer's colour where it can be read on white, else ink; petrol where none was chosen. */
export function brandColor(color: string | undefined): string {
  if (color === undefined) return PALETTE.petrol;

  const [, red, green, blue] = HEX.exec(color) ?? [];
  if (red === undefined || green === undefined || blue === undefined) return PALETTE.ink;
  const luminance = 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
  return 1.05 / (luminance + 0.05) >= MIN_CONTRAST ? color : PALETTE.ink;
}
