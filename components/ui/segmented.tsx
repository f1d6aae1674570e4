import Link from "next/link";
import type { ReactNode } from "react";
import { cn } from "./cn";

/** Two or three views of the same thing, in the address: month or year, list or board. */
export function SegmentedLinks(props: {
  items: readonly { href: string; label: ReactNode; current: boolean }[];
  "aria-label": string;
  className?: string | undefined;
}) {
  return (
    <nav
      aria-label={props["aria-label"]}
      className={cn(
        "inline-flex max-w-full flex-wrap rounded-[7px] border border-line p-0.5 text-[0.90625rem]",
        props.className,
      )}
    >
      {props.items.map((item) => (
        <Link
          key={item.href}
          href={item.href}
          scroll={false}
          aria-current={item.current ? "true" : undefined}
          className="flex items-center gap-1.5 rounded-[5px] px-[13px] py-1 font-medium whitespace-nowrap text-ink-2 hover:text-ink aria-[current]:bg-surface aria-[current]:font-semibold aria-[current]:text-ink aria-[current]:shadow-[0_0_0_1px_var(--line)] max-sm:py-2"
        >
          {item.label}
        </Link>
      ))}
    </nav>
  );
}
