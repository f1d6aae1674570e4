"use client";

import { Columns3, Search } from "lucide-react";
import { useTranslations } from "next-intl";
import { debounce, parseAsInteger, parseAsString, useQueryStates } from "nuqs";
import type { ReactNode, TransitionStartFunction } from "react";
import { Button } from "@/components/ui/button";
import { Menu, MenuCheck } from "@/components/ui/menu";
import { useTableSelection } from "./table-selection";

type ColumnChoice = { id: string; header: string; visible: boolean };

/** Above the table: search, filters, and at the right the columns; while rows are chosen, what can be done with them. */
export function TableToolbar(props: {
  searchLabel: string | undefined;
  filters: ReactNode;
  bulkActions: ReactNode;
  columns: readonly ColumnChoice[];
  onVisibleChange: (id: string, visible: boolean) => void;
  startTransition: TransitionStartFunction;
}) {
  const t = useTranslations("common.table");
  const { ids } = useTableSelection();
  if (!props.searchLabel && !props.filters && ids.length === 0 && props.columns.length < 3) return null;

  return (
    <div className="mb-2.5 flex flex-wrap items-center gap-2 print:hidden">
      {props.searchLabel ? <SearchField label={props.searchLabel} startTransition={props.startTransition} /> : null}
      {props.filters}
      {ids.length > 0 ? (
        <div className="flex items-center gap-2">
          <output className="num text-sm text-ink-2">{t("selected", { count: ids.length })}</output>
          {props.bulkActions}
        </div>
      ) : null}
      {props.columns.length >= 3 ? <ColumnMenu columns={props.columns} onChange={props.onVisibleChange} /> : null}
    </div>
  );
}

function SearchField(props: { label: string; startTransition: TransitionStartFunction }) {
  const [{ q }, setParams] = useQueryStates(
    { q: parseAsString.withDefault(""), page: parseAsInteger },
    { shallow: false, startTransition: props.startTransition, limitUrlUpdates: debounce(250) },
  );
  return (
    <label className="relative block w-60 max-sm:w-full">
      <span className="sr-only">{props.label}</span>
      <Search className="absolute top-1/2 left-2.5 size-[15px] -translate-y-1/2 text-ink-3" aria-hidden="true" />
      <input
        type="search"
        value={q}
        maxLength={120}
        placeholder={props.label}
        onChange={(event) => void setParams({ q: event.target.value === "" ? null : event.target.value, page: null })}
        className="h-7 w-full rounded-md border border-line-strong bg-raised pr-2 pl-8 text-sm placeholder:text-ink-3 max-sm:h-11 max-sm:text-[1rem]"
      />
    </label>
  );
}

function ColumnMenu(props: { columns: readonly ColumnChoice[]; onChange: (id: string, visible: boolean) => void }) {
  const t = useTranslations("common.table");
  return (
    <div className="ml-auto max-sm:hidden">
      <Menu
        trigger={
          <Button variant="quiet" size="sm" className="text-ink-2">
            <Columns3 className="size-4" aria-hidden="true" />
            {t("columns")}
          </Button>
        }
      >
        {props.columns.map((column) => (
          <MenuCheck
            key={column.id}
            checked={column.visible}
            onCheckedChange={(visible) => props.onChange(column.id, visible)}
          >
            {column.header}
          </MenuCheck>
        ))}
      </Menu>
    </div>
  );
}
