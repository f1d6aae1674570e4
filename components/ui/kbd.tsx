import type { ReactNode } from "react";
import { cn } from "./cn";

/** The key that does it. */
export function Kbd(props: { children: ReactNode; className?: string | undefined }) {
  return (
    <kbd
      className={cn(
        "flex-none rounded-sm border border-line px-[5px] font-sans text-[0.75rem] leading-[18px] whitespace-nowrap text-ink-3",
        props.className,
      )}
    >
      {props.children}
    </kbd>
  );
}
