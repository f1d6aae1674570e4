"use client";

import { createContext, type ReactNode, use } from "react";

type Selection = { ids: readonly string[]; clear: () => void };

const SelectionContext = createContext<Selection>({ ids: [], clear: () => undefined });

export function TableSelection(props: Selection & { children: ReactNode }) {
  return <SelectionContext value={{ ids: props.ids, clear: props.clear }}>{props.children}</SelectionContext>;
}

/** The chosen rows of the table around, for its bulk actions. */
export function useTableSelection(): Selection {
  return use(SelectionContext);
}
