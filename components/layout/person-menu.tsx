"use client";

import { LogOut, Settings } from "lucide-react";
import { useTranslations } from "next-intl";
import { startTransition } from "react";
import { cn } from "@/components/ui/cn";
import { Menu, MenuItem, MenuLink, MenuSeparator } from "@/components/ui/menu";
import type { ActionState } from "@/lib/core/action-state";
import { LocaleChoice } from "./locale-choice";
import { ThemeChoice } from "./theme-menu";

export type Person = { name: string; role: string };

/** The server action that ends the session and leaves for the sign-in page. */
export type SignOutAction = (state: ActionState, input: object) => Promise<ActionState>;

/** Who is signed in, at the bottom of the sidebar: appearance, language, links of the role, sign out. */
export function PersonMenu(props: {
  person: Person;
  links?: readonly { href: string; label: string }[] | undefined;
  signOutAction: SignOutAction;
  rail?: boolean | undefined;
}) {
  const t = useTranslations("common.shell");
  const { person, rail } = props;
  return (
    <Menu
      side="top"
      align="start"
      className="w-56"
      trigger={
        <button
          type="button"
          className={cn(
            "flex w-full items-center gap-[9px] rounded-md px-1.5 py-2 text-left text-[0.875rem] hover:bg-sunken",
            rail && "max-lg:justify-center max-lg:px-0",
          )}
        >
          <Avatar name={person.name} />
          <span className={cn("min-w-0 flex-1", rail && "max-lg:sr-only")}>
            <span className="block truncate leading-[17px] font-mid">{person.name}</span>
            <span className="block truncate text-xs text-ink-3">{person.role}</span>
          </span>
          <Settings className={cn("size-4 text-ink-3", rail && "max-lg:hidden")} aria-hidden="true" />
          <span className="sr-only">, {t("person")}</span>
        </button>
      }
    >
      {props.links?.map((link) => (
        <MenuLink key={link.href} href={link.href}>
          {link.label}
        </MenuLink>
      ))}
      {props.links?.length ? <MenuSeparator /> : null}
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

/** Initials in a circle: people only. */
export function Avatar({ name, className }: { name: string; className?: string | undefined }) {
  const [first = "", second = ""] = name.trim().split(/\s+/);
  return (
    <span
      aria-hidden="true"
      className={cn(
        "grid size-7 flex-none place-items-center rounded-full border border-line bg-sunken text-[0.75rem] font-semibold text-ink-2",
        className,
      )}
    >
      {(first.charAt(0) + second.charAt(0)).toUpperCase()}
    </span>
  );
}
