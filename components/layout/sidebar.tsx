"use client";

import { Menu as MenuIcon } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { cn } from "@/components/ui/cn";
import { Drawer } from "@/components/ui/drawer";
import { BrandLink } from "./brand-link";
import type { NavItem } from "./nav-item";
import { NavList } from "./nav-list";
import { type Person, PersonMenu, type SignOutAction } from "./person-menu";
import { type Scope, ScopeSwitcher } from "./scope-switcher";

export type SidebarProps = {
  homeHref: string;
  scope: Scope;
  items: readonly NavItem[];
  person: Person;
  personLinks?: readonly { href: string; label: string }[] | undefined;
  signOutAction: SignOutAction;
};

/** Mark, scope, menu, person: 226 wide from 1100 pixels, a rail of icons from 800, gone below (see SidebarDrawer). */
export function Sidebar(props: SidebarProps) {
  return (
    <aside className="sticky top-(--banners) z-20 flex h-[calc(100dvh-var(--banners))] w-14 flex-none flex-col border-r border-line px-2 pt-3.5 pb-3 max-md:hidden lg:w-[226px] lg:px-3 print:hidden">
      <Content {...props} rail />
    </aside>
  );
}

/** The same, from the left edge of a narrow screen. */
export function SidebarDrawer(props: SidebarProps) {
  const t = useTranslations("common.shell");
  const [open, setOpen] = useState(false);
  return (
    <Drawer
      side="left"
      title={t("navigation")}
      hideTitle
      open={open}
      onOpenChange={setOpen}
      trigger={
        <button
          type="button"
          aria-label={t("openNavigation")}
          className="touch -ml-1.5 grid size-9 flex-none place-items-center rounded-md text-ink-2 hover:bg-sunken md:hidden"
        >
          <MenuIcon className="size-5" />
        </button>
      }
    >
      <div className="flex min-h-full flex-col p-4">
        <Content {...props} onNavigate={() => setOpen(false)} />
      </div>
    </Drawer>
  );
}

function Content(props: SidebarProps & { rail?: boolean | undefined; onNavigate?: (() => void) | undefined }) {
  const { rail } = props;
  return (
    <>
      <div className={cn("px-1.5 pt-0.5 pb-3", rail && "max-lg:flex max-lg:justify-center max-lg:px-0")}>
        <BrandLink href={props.homeHref} rail={rail} />
      </div>
      <ScopeSwitcher scope={props.scope} rail={rail} />
      <div className="mt-3.5 min-h-0 flex-1 overflow-y-auto">
        <NavList items={props.items} rail={rail} {...(props.onNavigate ? { onNavigate: props.onNavigate } : {})} />
      </div>
      <PersonMenu person={props.person} links={props.personLinks} signOutAction={props.signOutAction} rail={rail} />
    </>
  );
}
