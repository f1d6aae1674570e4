"use client";

import { Bell } from "lucide-react";
import { useTranslations } from "next-intl";
import Link from "next/link";
import { type ReactNode, useState } from "react";
import { StatusWords } from "@/components/brand/status";
import type { GlyphShape } from "@/components/brand/glyph";
import type { Tone } from "@/components/brand/statuses";
import { Popover } from "@/components/ui/popover";

export type BellItem = {
  key: string;
  glyph: GlyphShape;
  tone: Tone;
  sentence: ReactNode;
  /** Where it is mended, and what that is called. */
  href?: string | undefined;
  action?: string | undefined;
};

/** The bell of the top bar: lit, with their count, while things need the reader; pressed, it says which. */
export function AttentionBell({ items }: { items: readonly BellItem[] }) {
  const t = useTranslations("common.shell");
  const [open, setOpen] = useState(false);
  const count = items.length;

  return (
    <Popover
      open={open}
      onOpenChange={setOpen}
      align="end"
      aria-label={t("attention", { count })}
      className="w-[380px] p-1.5"
      trigger={
        <button
          type="button"
          aria-label={t("attention", { count })}
          className="touch flex h-8 items-center gap-1 rounded-md px-[7px] text-ink-2 hover:bg-sunken hover:text-ink"
        >
          <span className="relative">
            <Bell className="size-[18px]" aria-hidden="true" />
            {count > 0 ? (
              <span
                aria-hidden="true"
                className="absolute -top-px -right-px size-2 rounded-full border-[1.5px] border-ground bg-brass-ui"
              />
            ) : null}
          </span>
          {count > 0 ? <span className="num text-[0.8125rem]">{count}</span> : null}
        </button>
      }
    >
      {count === 0 ? (
        <p className="voice px-2.5 py-2 text-[0.96875rem] leading-[1.375rem]">{t("attention", { count })}</p>
      ) : (
        <ul className="divide-y divide-line">
          {items.map((item) => (
            <li key={item.key} className="px-2.5 py-2">
              <StatusWords glyph={item.glyph} tone={item.tone} className="items-baseline whitespace-normal">
                <span className="text-ink">{item.sentence}</span>
              </StatusWords>
              {item.href ? (
                <Link href={item.href} onClick={() => setOpen(false)} className="link mt-0.5 ml-4 inline-block text-sm">
                  {item.action}
                </Link>
              ) : null}
            </li>
          ))}
        </ul>
      )}
    </Popover>
  );
}
