import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { cn } from "@/components/ui/cn";
import { Glyph, type GlyphShape } from "./glyph";
import { STATUSES, type StatusKey, type Tone } from "./statuses";

const TEXT: Record<Tone, string> = {
  ok: "text-ok-ink",
  info: "text-info-ink",
  warn: "text-brass-ink",
  bad: "text-danger-ink",
  mute: "text-ink-2",
};

const PILL: Record<Tone, string> = {
  ok: "bg-ok-soft text-ok-ink [--glyph-ground:var(--ok-soft)]",
  info: "bg-info-soft text-info-ink [--glyph-ground:var(--info-soft)]",
  warn: "bg-brass-soft text-brass-ink [--glyph-ground:var(--brass-soft)]",
  bad: "bg-danger-soft text-danger-ink [--glyph-ground:var(--danger-soft)]",
  mute: "bg-[color-mix(in_oklab,var(--ink)_8%,var(--ground))] text-ink-2 [--glyph-ground:var(--ground)]",
};

type Shown = { pill?: boolean | undefined; className?: string | undefined };

/** Shape, word, colour of a known status. Children replace the word ("Paid, 2nd try"). Pills only in headers and cards. */
export function Status(props: Shown & { value: StatusKey; children?: ReactNode | undefined }) {
  const t = useTranslations("common.status");
  const look = STATUSES[props.value];
  return (
    <StatusWords glyph={look.glyph} tone={look.tone} pill={props.pill} className={props.className}>
      {props.children ?? t(props.value)}
    </StatusWords>
  );
}

/** The same look for words of one's own: "6 left", "Respond in 2 h". */
export function StatusWords(props: Shown & { glyph: GlyphShape; tone: Tone; children: ReactNode }) {
  return (
    <span
      className={cn(
        "inline-flex items-center gap-1.5 whitespace-nowrap",
        props.pill ? "h-5.5 rounded-[5px] pr-2 pl-[7px] text-[0.8125rem] font-mid" : TEXT[props.tone],
        props.pill && PILL[props.tone],
        props.className,
      )}
    >
      <Glyph shape={props.glyph} />
      {props.children}
    </span>
  );
}
