"use client";

import { useTranslations } from "next-intl";
import Link from "next/link";
import { usePathname } from "next/navigation";
import { LitBell } from "@/components/brand/lit-bell";
import { cn } from "@/components/ui/cn";
import { Tooltip } from "@/components/ui/tooltip";
import { currentItem, type NavItem } from "./nav-item";

/** The menu of the sidebar. `rail` lets it shrink to icons between 800 and 1100 pixels; words then stand in tooltips. */
export function NavList(props: { items: readonly NavItem[]; rail?: boolean | undefined; onNavigate?: () => void }) {
  const t = useTranslations("common.shell");
  const current = currentItem(props.items, usePathname());

  return (
    <nav aria-label={t("navigation")}>
      <ul className="grid gap-px">
        {props.items.map((item) => (
          <li key={item.href}>
            <Entry item={item} current={item === current} rail={props.rail ?? false} onNavigate={props.onNavigate} />
          </li>
        ))}
      </ul>
    </nav>
  );
}

function Entry(props: { item: NavItem; current: boolean; rail: boolean; onNavigate: (() => void) | undefined }) {
  const { item, rail } = props;
  const link = (
    <Link
      href={item.href}
      aria-current={props.current ? "page" : undefined}
      onClick={() => props.onNavigate?.()}
      className={cn(
        "relative flex h-8.5 items-center gap-2.5 rounded-md px-[9px] font-medium text-ink-2 hover:bg-sunken [&_.lucide]:text-ink-3",
        "aria-[current]:bg-petrol-soft aria-[current]:font-semibold aria-[current]:text-ink aria-[current]:[&_.lucide]:text-petrol",
        rail ? "max-lg:justify-center max-lg:px-0" : "max-md:h-11",
      )}
    >
      {item.icon}
      <span className={rail ? "max-lg:sr-only" : undefined}>{item.label}</span>
      <Count item={item} rail={rail} />
    </Link>
  );
  return rail ? (
    <Tooltip content={item.label} side="right" className="lg:hidden">
      {link}
    </Tooltip>
  ) : (
    link
  );
}

function Count({ item, rail }: { item: NavItem; rail: boolean }) {
  const t = useTranslations("common.shell");
  if (item.count === undefined) return null;

  const dot = item.lit ? <LitBell className={cn("mr-1.5", rail && "max-lg:mr-0")} /> : null;
  return (
    <span
      className={cn(
        "num ml-auto flex items-center text-[0.8125rem] font-normal text-ink-3",
        rail && "max-lg:absolute max-lg:top-1.5 max-lg:right-2",
      )}
    >
      {dot}
      <span className={rail ? "max-lg:sr-only" : undefined} aria-hidden={item.lit}>
        {item.count}
      </span>
      {item.lit ? <span className="sr-only">, {t("needsYou", { count: Number(item.count) })}</span> : null}
    </span>
  );
}
