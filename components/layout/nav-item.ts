import type { ReactNode } from "react";

/** A place in the menu. Which items there are is the layout's decision, by role: hidden when never allowed. */
export type NavItem = {
  href: string;
  label: string;
  /** A lucide icon element, e.g. <Building2 />. */
  icon: ReactNode;
  count?: number | string | undefined;
  /** The count needs the reader: a brass dot. At most one or two items a menu. */
  lit?: boolean | undefined;
};

/** The item whose address is the path's, or the longest that lies above it. */
export function currentItem(items: readonly NavItem[], pathname: string): NavItem | undefined {
  return items
    .filter((item) => pathname === item.href || pathname.startsWith(`${item.href}/`))
    .toSorted((a, b) => b.href.length - a.href.length)[0];
}
