"use client";

import { Dialog } from "@base-ui/react/dialog";
import { CommandEmpty, CommandGroup, CommandInput, CommandItem, CommandList, CommandRoot } from "cmdk";
import { Search } from "lucide-react";
import { useTranslations } from "next-intl";
import { useRouter } from "next/navigation";
import { useEffect, useState } from "react";
import { BellTag } from "@/components/brand/bell-tag";
import { Plate } from "@/components/brand/plate";
import { BACKDROP } from "@/components/ui/dialog";
import { Kbd } from "@/components/ui/kbd";
import type { Command } from "./commands";
import { matchScore, splitAtMatch } from "./match";
import { readRecent, rememberRecent } from "./recent-commands";

/** Find or do something: 560 wide, groups, matches without accents in bold, each action with its key. */
export function CommandMenu(props: {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  commands: readonly Command[];
  search?: ((query: string) => Promise<Command[]>) | undefined;
}) {
  const t = useTranslations("common.shell");
  return (
    <Dialog.Root open={props.open} onOpenChange={props.onOpenChange}>
      <Dialog.Portal>
        <Dialog.Backdrop className={BACKDROP} />
        <Dialog.Viewport className="fixed inset-0 z-50 flex items-start justify-center p-4 pt-[12vh]">
          <Dialog.Popup className="raised floats w-full max-w-[560px] rounded-lg p-1.5">
            <Dialog.Title className="sr-only">{t("commandLabel")}</Dialog.Title>
            <Finder {...props} />
          </Dialog.Popup>
        </Dialog.Viewport>
      </Dialog.Portal>
    </Dialog.Root>
  );
}

function Finder(props: Parameters<typeof CommandMenu>[0]) {
  const t = useTranslations("common.shell");
  const router = useRouter();
  const [query, setQuery] = useState("");
  const found = useFound(query, props.search);
  const [recent] = useState(readRecent);

  const groups = query === "" && recent.length > 0 ? [{ label: t("commandRecent"), commands: recent }] : [];
  const known = new Set(recent.map((command) => command.href));
  const rest = query === "" ? props.commands.filter((command) => !known.has(command.href)) : props.commands;

  function follow(command: Command): void {
    rememberRecent(command);
    props.onOpenChange(false);
    router.push(command.href);
  }

  return (
    <CommandRoot label={t("commandLabel")} filter={matchScore} loop>
      <div className="mb-1 flex items-center gap-2 border-b border-line px-2.5 pt-[7px] pb-[9px]">
        <Search className="size-[15px]" aria-hidden="true" />
        <CommandInput
          value={query}
          onValueChange={setQuery}
          placeholder={t("command")}
          className="min-w-0 flex-1 bg-transparent outline-none placeholder:text-ink-3 max-sm:text-[1rem]"
        />
        <Kbd>Esc</Kbd>
      </div>
      <CommandList className="max-h-[min(420px,60vh)] overflow-y-auto">
        <CommandEmpty className="voice px-2.5 py-4 text-[1.0625rem] leading-6">
          {t("commandEmpty", { query })}
        </CommandEmpty>
        {[...groups, ...byGroup([...found, ...rest])].map((group) => (
          <CommandGroup
            key={group.label}
            heading={group.label}
            className="[&_[cmdk-group-heading]]:px-2.5 [&_[cmdk-group-heading]]:pt-[5px] [&_[cmdk-group-heading]]:pb-[3px] [&_[cmdk-group-heading]]:text-xs [&_[cmdk-group-heading]]:text-ink-3"
          >
            {group.commands.map((command) => (
              <Row key={command.href} command={command} query={query} onSelect={() => follow(command)} />
            ))}
          </CommandGroup>
        ))}
      </CommandList>
    </CommandRoot>
  );
}

function Row({ command, query, onSelect }: { command: Command; query: string; onSelect: () => void }) {
  const [before, match, after] = splitAtMatch(command.label, query);
  return (
    <CommandItem
      value={`${command.plate ?? ""} ${command.label} ${command.href}`}
      keywords={[...(command.keywords ?? [])]}
      onSelect={onSelect}
      className="flex min-h-[33px] cursor-default items-center gap-[9px] rounded-md px-2.5 py-1 data-[selected=true]:bg-petrol-soft max-sm:min-h-11"
    >
      {command.plate ? <Plate>{command.plate}</Plate> : null}
      {command.icon ? <span className="mx-[7px] flex text-ink-3">{command.icon}</span> : null}
      {command.bell ? <BellTag>{command.bell}</BellTag> : null}
      <span className="min-w-0 flex-1 truncate">
        {before}
        <b>{match}</b>
        {after}
      </span>
      {command.detail ? <span className="text-sm text-ink-3">{command.detail}</span> : null}
      {command.shortcut ? <Kbd>{command.shortcut}</Kbd> : null}
    </CommandItem>
  );
}

/** What the server finds for the query, asked once typing rests; an answer to an older query is dropped. */
function useFound(query: string, search: ((query: string) => Promise<Command[]>) | undefined): readonly Command[] {
  const [found, setFound] = useState<{ query: string; commands: readonly Command[] }>({ query: "", commands: [] });

  useEffect(() => {
    if (!search || query.trim().length < 2) return;
    let current = true;
    const timer = setTimeout(() => {
      void search(query).then((commands) => {
        if (current) setFound({ query, commands });
      });
    }, 150);
    return () => {
      current = false;
      clearTimeout(timer);
    };
  }, [query, search]);

  return found.query === query ? found.commands : [];
}

function byGroup(commands: readonly Command[]): { label: string; commands: Command[] }[] {
  const groups = new Map<string, Map<string, Command>>();
  for (const command of commands) {
    const group = groups.get(command.group) ?? new Map<string, Command>();
    group.set(command.href, command);
    groups.set(command.group, group);
  }
  return [...groups].map(([label, members]) => ({ label, commands: [...members.values()] }));
}
