import type { ReactNode } from "react";
import { Leader, Leaders } from "@/components/brand/leaders";
import { Voice } from "@/components/brand/voice";
import { cn } from "@/components/ui/cn";

export type ExplainPart = { label: ReactNode; value: string; strong?: boolean | undefined };

/** The fixed order of every explanation: sentence, drawing, parts, rule and rows. */
export function ExplainPanel(props: {
  sentence: ReactNode;
  drawing?: ReactNode;
  parts: readonly ExplainPart[];
  rule: ReactNode;
  rows?: ReactNode;
}) {
  return (
    <div className="rounded-md bg-sunken px-3 pt-[11px] pb-2.5 [--glyph-ground:var(--sunken)]">
      <Voice size="panel" className="max-w-[64ch]">
        {props.sentence}
      </Voice>
      <div
        className={cn("mt-2 grid gap-x-8 gap-y-1.5", props.drawing ? "@[640px]:grid-cols-2 @[640px]:items-end" : "")}
      >
        {props.drawing ? <div className="max-w-[420px]">{props.drawing}</div> : null}
        <Leaders className="gap-px text-sm">
          {props.parts.map((part, index) => (
            <Leader key={index} label={part.label} value={part.value} strong={part.strong} />
          ))}
        </Leaders>
      </div>
      <p className="mt-[7px] flex flex-wrap justify-between gap-x-4 text-xs text-ink-3">
        <span>{props.rule}</span>
        {props.rows}
      </p>
    </div>
  );
}
