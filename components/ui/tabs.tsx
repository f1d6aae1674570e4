"use client";

import { Tabs as Base } from "@base-ui/react/tabs";
import Link from "next/link";
import { usePathname } from "next/navigation";
import type { ReactNode } from "react";
import { cn } from "./cn";

const BAR =
  "flex gap-[22px] overflow-x-auto overflow-y-hidden shadow-[inset_0_-1px_0_var(--line)] [scrollbar-width:none]";
const TAB =
  "flex-none border-b-2 border-transparent pt-[7px] pb-[9px] font-medium whitespace-nowrap text-ink-2 hover:text-ink focus-visible:-outline-offset-2 max-sm:py-3";

export type LinkTab = { href: string; label: ReactNode; count?: ReactNode };

/** Tabs that are pages: the tab of the current path, or of the path beneath it, is current. The first may be their parent. */
export function LinkTabs(props: { items: readonly LinkTab[]; "aria-label": string; className?: string | undefined }) {
  const pathname = usePathname();
  const current = props.items
    .filter((item) => pathname === item.href || pathname.startsWith(`${item.href}/`))
    .toSorted((a, b) => b.href.length - a.href.length)[0]?.href;

  return (
    <nav aria-label={props["aria-label"]} className={cn(BAR, props.className)}>
      {props.items.map((item) => (
        <Link
          key={item.href}
          href={item.href}
          aria-current={item.href === current ? "page" : undefined}
          className={cn(TAB, "aria-[current]:border-petrol aria-[current]:font-semibold aria-[current]:text-ink")}
        >
          {item.label}
          {item.count === undefined ? null : <span className="num ml-1.5 text-sm text-ink-3">{item.count}</span>}
        </Link>
      ))}
    </nav>
  );
}

/** Tabs within a page. For what deserves an address use LinkTabs. */
export function Tabs(props: {
  tabs: readonly { value: string; label: ReactNode; content: ReactNode }[];
  defaultValue?: string | undefined;
  className?: string | undefined;
}) {
  return (
    <Base.Root defaultValue={props.defaultValue ?? props.tabs[0]?.value} className={props.className}>
      <Base.List className={BAR}>
        {props.tabs.map((tab) => (
          <Base.Tab
            key={tab.value}
            value={tab.value}
            className={cn(TAB, "data-active:border-petrol data-active:font-semibold data-active:text-ink")}
          >
            {tab.label}
          </Base.Tab>
        ))}
      </Base.List>
      {props.tabs.map((tab) => (
        <Base.Panel key={tab.value} value={tab.value} className="pt-4">
          {tab.content}
        </Base.Panel>
      ))}
    </Base.Root>
  );
}
