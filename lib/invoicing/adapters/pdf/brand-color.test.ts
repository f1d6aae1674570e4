import { expect, test } from "vitest";
import { brandColor } from "@/lib/invoicing/adapters/pdf/brand-color";
import { PALETTE } from "@/lib/invoicing/adapters/pdf/palette";

test.each([
  { color: undefined, printed: PALETTE.petrol, why: "none chosen" },
  { color: "#7a1f5c", printed: "#7a1f5c", why: "readable on white" },
  { color: "#767676", printed: "#767676", why: "4.54 : 1, just readable" },
  { color: "#777777", printed: PALETTE.ink, why: "4.48 : 1, just not" },
  { color: "#ffff00", printed: PALETTE.ink, why: "yellow on white" },
  { color: "red; }", printed: PALETTE.ink, why: "not a hex colour" },
])("$color prints as $printed: $why", ({ color, printed }) => {
  expect(brandColor(color)).toBe(printed);
});
