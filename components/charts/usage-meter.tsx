import type { ReactNode } from "react";
import { StatusWords } from "@/components/brand/status";
import type { GlyphShape } from "@/components/brand/glyph";
import type { Tone } from "@/components/brand/statuses";
import { UsageBar } from "./usage-bar";

export type UsageRow = {
  key: string;
  icon?: ReactNode;
  label: ReactNode;
  /** For the bar, as numbers; null is no limit. */
  used: number;
  limit: number | null;
  forecast?: number | undefined;
  /** As people read them, with the unit: "86,240", "/ 100,000". */
  usedText: string;
  limitText: string;
  /** "6 left", "23 over", "Over on 24 Nov". */
  state: { glyph: GlyphShape; tone: Tone; words: ReactNode };
  /** What follows from it, in money or words: "€9.20 on the next invoice", "Hard limit". */
  consequence?: ReactNode;
};

/** Use against limits, a row each: name, figures, bar, shape and words, then the consequence. */
export function UsageMeter({ rows }: { rows: readonly UsageRow[] }) {
  return (
    <ul>
      {rows.map((row) => (
        <li
          key={row.key}
          className="grid grid-cols-[1fr_auto] items-center gap-x-3.5 border-b border-line py-2 sm:min-h-[41px] sm:grid-cols-[124px_124px_minmax(80px,1fr)_120px] sm:py-1 xl:grid-cols-[124px_124px_150px_120px_1fr]"
        >
          <span className="flex items-center gap-2 font-mid">
            {row.icon}
            {row.label}
          </span>
          <span className="figure max-sm:text-right">
            <b>{row.usedText}</b> <span className="text-ink-3">{row.limitText}</span>
          </span>
          <span className="max-sm:col-span-2">
            <UsageBar used={row.used} limit={row.limit} forecast={row.forecast} />
          </span>
          <StatusWords glyph={row.state.glyph} tone={row.state.tone} className="text-sm">
            {row.state.words}
          </StatusWords>
          <span className="text-right text-sm text-ink-2 sm:max-xl:col-span-4 sm:max-xl:pb-1 sm:max-xl:text-left sm:max-xl:empty:hidden">
            {row.consequence}
          </span>
        </li>
      ))}
    </ul>
  );
}
