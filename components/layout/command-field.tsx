"use client";

import { Search } from "lucide-react";
import { useTranslations } from "next-intl";
import dynamic from "next/dynamic";
import { useEffect, useState } from "react";
import { Kbd } from "@/components/ui/kbd";
import type { Command } from "./commands";

const CommandMenu = dynamic(() => import("./command-menu").then((module) => module.CommandMenu), { ssr: false });

/** The field of the top bar; opens the command menu by press or Ctrl/Cmd K. The menu is loaded when first wanted. */
export function CommandField(props: {
  commands: readonly Command[];
  search?: ((query: string) => Promise<Command[]>) | undefined;
}) {
  const t = useTranslations("common.shell");
  const [open, setOpen] = useState(false);
  const [wanted, setWanted] = useState(false);

  useEffect(() => {
    function onKeyDown(event: KeyboardEvent): void {
      if (event.key.toLowerCase() !== "k" || !(event.metaKey || event.ctrlKey) || event.shiftKey || event.altKey)
        return;
      event.preventDefault();
      setWanted(true);
      setOpen((shown) => !shown);
    }
    window.addEventListener("keydown", onKeyDown);
    return () => window.removeEventListener("keydown", onKeyDown);
  }, []);

  return (
    <>
      <button
        type="button"
        aria-haspopup="dialog"
        onPointerEnter={() => setWanted(true)}
        onClick={() => {
          setWanted(true);
          setOpen(true);
        }}
        className="touch flex h-[30px] items-center gap-2 rounded-md text-ink-3 hover:text-ink-2 md:w-[270px] md:border md:border-line md:bg-surface md:pr-1.5 md:pl-2.5 md:hover:border-line-strong max-md:px-1.5"
      >
        <Search className="size-[15px] max-md:size-[18px]" aria-hidden="true" />
        <span className="text-[0.875rem] max-md:sr-only">{t("command")}</span>
        <span aria-hidden="true" className="ml-auto flex max-md:hidden">
          <Kbd>Ctrl K</Kbd>
        </span>
      </button>
      {wanted ? (
        <CommandMenu open={open} onOpenChange={setOpen} commands={props.commands} search={props.search} />
      ) : null}
    </>
  );
}
