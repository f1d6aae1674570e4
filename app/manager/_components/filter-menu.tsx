"use client";

import { AddFilterChip } from "@/components/ui/chip";
import { Menu, MenuLink } from "@/components/ui/menu";

/** A filter that is not applied yet, and its values; each is an address. */
export function FilterMenu(props: { label: string; options: readonly { href: string; label: string }[] }) {
  return (
    <Menu align="start" trigger={<AddFilterChip>{props.label}</AddFilterChip>}>
      {props.options.map((option) => (
        <MenuLink key={option.href} href={option.href}>
          {option.label}
        </MenuLink>
      ))}
    </Menu>
  );
}
