"use client";

import { CommandEmpty, CommandGroup, CommandInput, CommandItem, CommandList, CommandRoot } from "cmdk";
import { ChevronsUpDown } from "lucide-react";
import { useTranslations } from "next-intl";
import { usePathname, useRouter } from "next/navigation";
import { startTransition, useState } from "react";
import { Plate } from "@/components/brand/plate";
import { cn } from "@/components/ui/cn";
import { Popover } from "@/components/ui/popover";
import { matchScore } from "./match";

export type ScopeOption = {
  href: string;
  plate: string;
  name: string;
  detail?: string | undefined;
  tone?: "petrol" | "ink" | undefined;
  /** Done instead of going to the address: changing the organization one acts in. */
  select?: (() => Promise<unknown>) | undefined;
};

export type Scope = {
  current: Omit<ScopeOption, "href" | "select">;
  /** Addresses under this one belong to an option of their own, whose plate and name then stand in the switcher. */
  pinnedUnder?: string | undefined;
  /** What else can be chosen: all buildings, one building, another organization. Choosing goes to its address. */
  groups: readonly { label?: string | undefined; options: readonly ScopeOption[] }[];
};

/** Whose, and which building's, the page is. Typing filters, without accents. */
export function ScopeSwitcher({ scope, rail }: { scope: Scope; rail?: boolean | undefined }) {
  const t = useTranslations("common.shell");
  const [open, setOpen] = useState(false);
  const current = useCurrent(scope);
  const face = (
    <>
      <Plate tone={current.tone}>{current.plate}</Plate>
      <span className={cn("min-w-0 flex-1 text-left", rail && "max-lg:sr-only")}>
        <span className="block truncate text-[0.90625rem] leading-[18px] font-semibold">{current.name}</span>
        <span className="block truncate text-xs leading-[15px] text-ink-3">{current.detail}</span>
      </span>
    </>
  );
  const frame = cn(
    "flex w-full items-center gap-[9px] rounded-[8px] border border-line bg-surface p-2",
    rail && "max-lg:justify-center max-lg:border-transparent max-lg:bg-transparent max-lg:px-0",
  );
  if (scope.groups.length === 0) return <div className={frame}>{face}</div>;

  return (
    <Popover
      open={open}
      onOpenChange={setOpen}
      aria-label={t("scopeChange")}
      className="w-72 p-1.5"
      trigger={
        <button type="button" className={cn(frame, "hover:border-line-strong")}>
          {face}
          <ChevronsUpDown className={cn("size-[15px] text-ink-3", rail && "max-lg:hidden")} aria-hidden="true" />
          <span className="sr-only">{t("scopeChange")}</span>
        </button>
      }
    >
      <Options scope={scope} close={() => setOpen(false)} />
    </Popover>
  );
}

/** The option whose page this is, or the whole scope. */
function useCurrent({ current, groups, pinnedUnder }: Scope): Scope["current"] {
  const pathname = usePathname();
  if (pinnedUnder === undefined || !pathname.startsWith(pinnedUnder)) return current;
  const here = groups
    .flatMap((group) => group.options)
    .find(({ href }) => href.startsWith(pinnedUnder) && (pathname === href || pathname.startsWith(`${href}/`)));
  return here ? { ...here, detail: current.name } : current;
}

function Options({ scope, close }: { scope: Scope; close: () => void }) {
  const t = useTranslations("common.shell");
  const router = useRouter();
  const [query, setQuery] = useState("");

  return (
    <CommandRoot label={t("scopeChange")} filter={matchScore}>
      <CommandInput
        value={query}
        onValueChange={setQuery}
        placeholder={t("scopeFilter")}
        className="mb-1 w-full border-b border-line bg-transparent px-2 pt-1 pb-2 outline-none placeholder:text-ink-3"
      />
      <CommandList className="max-h-72 overflow-y-auto">
        <CommandEmpty className="px-2 py-3 text-sm text-ink-3">{t("commandEmpty", { query })}</CommandEmpty>
        {scope.groups.map((group, index) => (
          <CommandGroup key={group.label ?? index} heading={group.label} className={GROUP}>
            {group.options.map((option) => (
              <CommandItem
                key={option.href}
                value={`${option.plate} ${option.name} ${option.href}`}
                keywords={[option.detail ?? ""]}
                onSelect={() => {
                  close();
                  const { select } = option;
                  if (select) startTransition(() => void select());
                  else router.push(option.href);
                }}
                className={ROW}
              >
                <Plate tone={option.tone}>{option.plate}</Plate>
                <span className="min-w-0 flex-1 truncate">{option.name}</span>
                <span className="text-xs text-ink-3">{option.detail}</span>
              </CommandItem>
            ))}
          </CommandGroup>
        ))}
      </CommandList>
    </CommandRoot>
  );
}

const GROUP =
  "[&_[cmdk-group-heading]]:px-2 [&_[cmdk-group-heading]]:pt-1.5 [&_[cmdk-group-heading]]:pb-0.5 [&_[cmdk-group-heading]]:text-xs [&_[cmdk-group-heading]]:text-ink-3";
const ROW =
  "flex min-h-[33px] cursor-default items-center gap-[9px] rounded-md px-2 py-1 data-[selected=true]:bg-petrol-soft max-sm:min-h-11";
