"use client";

import { LogOut } from "lucide-react";
import { useTranslations } from "next-intl";
import Link from "next/link";
import { usePathname } from "next/navigation";
import { type CSSProperties, type ReactNode, startTransition } from "react";
import { Mark } from "@/components/brand/mark";
import { Plate } from "@/components/brand/plate";
import { cn } from "@/components/ui/cn";
import { Menu, MenuItem, MenuSeparator } from "@/components/ui/menu";
import { LocaleChoice } from "./locale-choice";
import { currentItem, type NavItem } from "./nav-item";
import { NotificationBell } from "./notification-bell";
import { Avatar, type Person, type SignOutAction } from "./person-menu";
import { SkipLink } from "./skip-link";
import { ThemeChoice } from "./theme-menu";

/**
 * The residents' shell: plate, address, apartment and name on top; up to four tabs at the thumb, on a rail at the left from
 * 800 pixels; content 640 wide. Without a home yet only the person
 * is named. Without `signOutAction` there is no account menu: a tab of its own has what it would hold.
 */
export function ResidentShell(props: {
  home: { plate: string; address: string; apartment: string } | null;
  person: Person;
  items: readonly NavItem[];
  children: ReactNode;
  banners?: readonly ReactNode[] | undefined;
  notifications?: { href: string; unread: number } | undefined;
  signOutAction?: SignOutAction | undefined;
}) {
  const { home } = props;
  const banners = (props.banners ?? []).filter(Boolean);
  return (
    <div
      className="min-h-dvh text-[1rem] leading-[23px]"
      style={{ "--banners": `${banners.length * 36}px` } as CSSProperties}
    >
      <SkipLink />
      {banners.map((banner, index) => (
        <div key={index} className="print:hidden">
          {banner}
        </div>
      ))}
      <div className="mx-auto flex max-w-[960px]">
        <Tabs items={props.items} />
        <div className="min-w-0 flex-1">
          <header className="flex items-center gap-2.5 px-5 pt-3.5 pb-3">
            {home ? <Plate size="md">{home.plate}</Plate> : <Mark size={29} />}
            <div className="min-w-0 flex-1">
              <b className="block truncate leading-5">{home?.address ?? props.person.name}</b>
              <span className="block truncate text-sm leading-[18px] text-ink-3">
                {home ? `${home.apartment} · ${props.person.name}` : props.person.role}
              </span>
            </div>
            {props.notifications ? <NotificationBell {...props.notifications} className="size-11" /> : null}
            {props.signOutAction ? <Account person={props.person} signOutAction={props.signOutAction} /> : null}
          </header>
          <main id="content" tabIndex={-1} className="max-w-[680px] px-5 pb-44 outline-none md:pb-16">
            {props.children}
          </main>
        </div>
      </div>
    </div>
  );
}

function Tabs({ items }: { items: readonly NavItem[] }) {
  const t = useTranslations("common.shell");
  const current = currentItem(items, usePathname());
  return (
    <nav
      aria-label={t("navigation")}
      className={cn(
        "print:hidden max-md:fixed max-md:inset-x-0 max-md:bottom-0 max-md:z-20 max-md:h-[76px] max-md:border-t max-md:border-line max-md:bg-surface max-md:px-1.5 max-md:pt-2 max-md:pb-5",
        "md:sticky md:top-0 md:h-fit md:w-[210px] md:flex-none md:px-3 md:pt-5",
      )}
    >
      <ul className="grid max-md:grid-flow-col max-md:auto-cols-fr md:gap-px">
        {items.map((item) => (
          <li key={item.href}>
            <Link
              href={item.href}
              aria-current={item === current ? "page" : undefined}
              className={cn(
                "flex font-medium text-ink-3 aria-[current]:text-petrol",
                "max-md:min-h-11 max-md:flex-col max-md:items-center max-md:gap-0.5 max-md:text-xs max-md:aria-[current]:font-heavy max-md:[&_.lucide]:size-[22px] max-md:[&_.lucide]:stroke-[1.6]",
                "md:h-10 md:items-center md:gap-2.5 md:rounded-md md:px-3 md:text-ink-2 md:hover:bg-sunken md:aria-[current]:bg-petrol-soft md:aria-[current]:font-semibold md:aria-[current]:text-ink md:aria-[current]:[&_.lucide]:text-petrol",
              )}
            >
              {item.icon}
              <span>{item.label}</span>
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}

function Account(props: { person: Person; signOutAction: SignOutAction }) {
  const t = useTranslations("common.shell");
  return (
    <Menu
      className="w-56"
      trigger={
        <button type="button" className="touch grid size-9 place-items-center rounded-full">
          <span className="sr-only">{t("person")}</span>
          <Avatar name={props.person.name} className="size-8" />
        </button>
      }
    >
      <ThemeChoice />
      <MenuSeparator />
      <LocaleChoice />
      <MenuSeparator />
      <MenuItem onClick={() => startTransition(() => void props.signOutAction(null, {}))}>
        <LogOut className="size-4" aria-hidden="true" />
        {t("signOut")}
      </MenuItem>
    </Menu>
  );
}
