"use client";

import { useTranslations } from "next-intl";
import { usePathname } from "next/navigation";
import { createContext, type ReactNode, use, useEffect, useState } from "react";
import { Breadcrumb, type Crumb } from "@/components/ui/breadcrumb";
import { currentItem, type NavItem } from "./nav-item";

type Trail = { pathname: string; crumbs: readonly Crumb[] };

const NONE: Trail = { pathname: "", crumbs: [] };

const TrailContext = createContext<{ trail: Trail; setTrail: (trail: Trail) => void }>({
  trail: NONE,
  setTrail: () => undefined,
});

export function CrumbsProvider({ children }: { children: ReactNode }) {
  const [trail, setTrail] = useState(NONE);
  return <TrailContext value={{ trail, setTrail }}>{children}</TrailContext>;
}

/** A page deeper than its menu item names what follows: <Crumbs items={[{ label: building.name }]} />. Renders nothing. */
export function Crumbs({ items }: { items: readonly Crumb[] }) {
  const { setTrail } = use(TrailContext);
  const pathname = usePathname();
  const text = JSON.stringify(items);

  useEffect(() => {
    setTrail({ pathname, crumbs: JSON.parse(text) as Crumb[] });
  }, [pathname, text, setTrail]);

  return null;
}

/** The scope, the menu item, and what the page added. */
export function TopBarCrumbs(props: { scope: Crumb; items: readonly NavItem[] }) {
  const t = useTranslations("common.shell");
  const pathname = usePathname();
  const { trail } = use(TrailContext);
  const item = currentItem(props.items, pathname);
  const deeper = trail.pathname === pathname ? trail.crumbs : [];
  const crumbs = [props.scope, ...(item ? [{ label: item.label, href: item.href }] : []), ...deeper];

  return <Breadcrumb crumbs={crumbs} label={t("breadcrumb")} />;
}
