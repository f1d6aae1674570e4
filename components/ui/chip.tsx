import { Plus, X } from "lucide-react";
import Link from "next/link";
import type { ComponentProps, ReactNode } from "react";
import { cn } from "./cn";

const CHIP =
  "touch inline-flex h-7 items-center gap-1.5 rounded-md border border-line-strong px-2.5 text-sm whitespace-nowrap";

/** An applied filter; following it takes the filter off. */
export function FilterChip(props: { children: ReactNode; clearHref: string; clearLabel: string }) {
  return (
    <Link href={props.clearHref} scroll={false} className={cn(CHIP, "bg-surface text-ink hover:bg-sunken")}>
      {props.children}
      <span className="sr-only">, {props.clearLabel}</span>
      <X className="size-3.5 text-ink-3" aria-hidden="true" />
    </Link>
  );
}

/** Opens the choice of a filter to add: dashed, because it is not there yet. A <Menu> or <Popover> trigger. */
export function AddFilterChip({ children, className, ...props }: ComponentProps<"button">) {
  return (
    <button
      {...props}
      type="button"
      className={cn(CHIP, "border-dashed text-ink-2 hover:bg-surface hover:text-ink", className)}
    >
      <Plus className="size-3.5" aria-hidden="true" />
      {children}
    </button>
  );
}
