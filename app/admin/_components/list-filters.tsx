import { getTranslations } from "next-intl/server";
import type { SearchParams } from "@/components/data-table/table-params";
import { FilterMenus } from "./filter-menu";
import { hrefWith, param } from "./search-params";

export type FilterChoice = {
  name: string;
  label: string;
  /** Only values found here count as applied. */
  options: readonly { value: string; label: string }[];
};

/** Filter chips of a list, from what can be chosen and what the address has chosen. */
export async function ListFilters(props: {
  path: string;
  searchParams: SearchParams;
  filters: readonly FilterChoice[];
}) {
  const t = await getTranslations("admin.list");
  const { path, searchParams } = props;
  return (
    <FilterMenus
      filters={props.filters.map(({ name, label, options }) => {
        const applied = options.find((option) => option.value === param(searchParams, name));
        return {
          name,
          label,
          options: options.map((option) => ({
            label: option.label,
            href: hrefWith(path, searchParams, { [name]: option.value }),
          })),
          applied: applied && {
            label: applied.label,
            clearHref: hrefWith(path, searchParams, { [name]: undefined }),
            clearLabel: t("clearFilter", { filter: label }),
          },
        };
      })}
    />
  );
}
