"use client";

import { Check, Copy } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";

/** A document's number, with a button that copies it. */
export function CopyNumber({ number }: { number: string }) {
  const t = useTranslations("common.action");
  const [copied, setCopied] = useState(false);
  async function copy(): Promise<void> {
    await navigator.clipboard.writeText(number);
    setCopied(true);
  }
  return (
    <span className="inline-flex items-center gap-1">
      <span className="num">{number}</span>
      <button
        type="button"
        onClick={() => void copy()}
        aria-label={`${t(copied ? "copied" : "copy")}: ${number}`}
        className="touch grid size-7 place-items-center rounded-sm text-ink-3 hover:bg-sunken hover:text-ink"
      >
        {copied ? <Check className="size-[15px]" /> : <Copy className="size-[15px]" />}
      </button>
    </span>
  );
}
