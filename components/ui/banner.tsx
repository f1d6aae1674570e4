import type { ReactNode } from "react";
import { cn } from "./cn";

const TONES = {
  brass: "border-b border-brass-ui bg-brass-soft text-ink [&_.lucide]:text-brass-ink",
  info: "border-b border-info bg-info-soft text-ink [&_.lucide]:text-info-ink",
  danger: "border-b border-danger bg-danger-soft text-ink [&_.lucide]:text-danger-ink",
  inverted: "bg-ink text-ground [&_.lucide]:text-ground",
} as const;

/** A band of 36 px above the shell. All may stack, none can be closed: what they say is true of every page beneath. */
export function Banner(props: { tone: keyof typeof TONES; icon: ReactNode; children: ReactNode; aside?: ReactNode }) {
  return (
    <output
      className={cn(
        "flex min-h-9 items-center gap-x-2 max-sm:flex-wrap px-4 py-1 text-[0.90625rem] leading-5 sm:px-6",
        TONES[props.tone],
      )}
    >
      {props.icon}
      <div className="min-w-[200px] flex-1">{props.children}</div>
      {props.aside ? <div className="flex flex-none items-center gap-2.5">{props.aside}</div> : null}
    </output>
  );
}
