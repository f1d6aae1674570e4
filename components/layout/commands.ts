import type { ReactNode } from "react";

/** Somewhere to go or something to do, for the command menu. An action is the address where it is done. */
export type Command = {
  href: string;
  /** The heading it stands under, in the reader's language. */
  group: string;
  label: string;
  icon?: ReactNode;
  plate?: string | undefined;
  bell?: string | undefined;
  detail?: string | undefined;
  /** More words it is found by. */
  keywords?: readonly string[] | undefined;
  shortcut?: string | undefined;
};
