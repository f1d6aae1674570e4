import type { ReactNode } from "react";

/** The ten shapes of a status, 10 px, in the colour of the text beside them. Colour alone would be a defect. */
const SHAPES = {
  tick: (
    <>
      <circle cx="5" cy="5" r="5" fill="currentColor" />
      <path d="M2.8 5.2 4.4 6.8 7.3 3.5" stroke="var(--glyph-ground)" strokeWidth="1.4" fill="none" />
    </>
  ),
  half: (
    <>
      <circle cx="5" cy="5" r="4.3" fill="none" stroke="currentColor" strokeWidth="1.4" />
      <path d="M5 1.6a3.4 3.4 0 0 1 0 6.8z" fill="currentColor" />
    </>
  ),
  ring: <circle cx="5" cy="5" r="4.2" fill="none" stroke="currentColor" strokeWidth="1.6" />,
  dashed: (
    <circle cx="5" cy="5" r="4.2" fill="none" stroke="currentColor" strokeWidth="1.5" strokeDasharray="2.2 1.6" />
  ),
  hourglass: <path d="M1 1h8L5 5zM5 5l4 4H1z" fill="currentColor" />,
  triangle: <path d="M5 .6 9.8 9.2H.2z" fill="currentColor" />,
  diamond: <path d="M5 0 10 5 5 10 0 5z" fill="currentColor" />,
  struck: (
    <>
      <rect x=".9" y=".9" width="8.2" height="8.2" fill="none" stroke="currentColor" strokeWidth="1.5" />
      <path d="M1.2 8.8 8.8 1.2" stroke="currentColor" strokeWidth="1.3" />
    </>
  ),
} as const satisfies Record<string, ReactNode>;

export type GlyphShape = keyof typeof SHAPES;

export function Glyph({ shape, className }: { shape: GlyphShape; className?: string | undefined }) {
  return (
    <svg width="10" height="10" viewBox="0 0 10 10" aria-hidden="true" className={className ?? "flex-none"}>
      {SHAPES[shape]}
    </svg>
  );
}
