"use client";

import { AddFilterChip, FilterChip } from "@/components/ui/chip";
import { Menu, MenuLink } from "@/components/ui/menu";

export type ListFilter = {
  name: string;
  /** What it filters by: "Status". */
  label: string;
  /** The words of the value that is applied, and the address without it. */
  applied?: { label: string; clearHref: string; clearLabel: string } | undefined;
  options: readonly { label: string; href: string }[];
};

/** The filters of a list: those applied come off by a press, the others open their choices. All live in the address. */
export function FilterMenus({ filters }: { filters: readonly ListFilter[] }) {
  return filters.map((filter) =>
    filter.applied ? (
      <FilterChip key={filter.name} clearHref={filter.applied.clearHref} clearLabel={filter.applied.clearLabel}>
        <span className="text-ink-3">{filter.label}</span> {filter.applied.label}
      </FilterChip>
    ) : filter.options.length === 0 ? null : (
      <Menu key={filter.name} align="start" trigger={<AddFilterChip>{filter.label}</AddFilterChip>}>
        <div className="max-h-[min(22rem,60vh)] overflow-y-auto">
          {filter.options.map((option) => (
            <MenuLink key={option.href} href={option.href}>
              {option.label}
            </MenuLink>
          ))}
        </div>
      </Menu>
    ),
  );
}
