import type { ReactNode } from "react";
import { cn } from "@/components/ui/cn";

/** A label, dots, and its amount: wherever a sum is built up. Rows go inside <Leaders>. */
export function Leader(props: {
  label: ReactNode;
  value: ReactNode;
  strong?: boolean | undefined;
  className?: string | undefined;
}) {
  return (
    <div className={cn("flex items-baseline gap-2", props.strong && "font-semibold", props.className)}>
      <dt className="flex min-w-0 flex-1 items-baseline gap-2">
        <span className="min-w-0">{props.label}</span>
        <span
          aria-hidden="true"
          className="min-w-4 flex-1 -translate-y-1 border-b-[1.5px] border-dotted border-[color-mix(in_oklab,var(--ink-3)_45%,transparent)]"
        />
      </dt>
      <dd className="num text-right">{props.value}</dd>
    </div>
  );
}

export function Leaders(props: { children: ReactNode; className?: string | undefined }) {
  return <dl className={cn("grid gap-0.5", props.className)}>{props.children}</dl>;
}
