"use client";

import type { ReactNode } from "react";
import { toast as sonner, Toaster as Sonner } from "sonner";
import { Glyph } from "@/components/brand/glyph";

/** Bottom left, six seconds, pausing on hover and focus. Mounted once, in the root layout. */
export function Toaster() {
  return (
    <Sonner
      position="bottom-left"
      duration={6000}
      gap={8}
      offset={20}
      mobileOffset={{ bottom: 92, left: 16, right: 16 }}
      toastOptions={{ unstyled: true, classNames: { toast: "w-full" } }}
    />
  );
}

type ToastOptions = { undo?: { label: string; run: () => void } | undefined; tone?: "ok" | "bad" | undefined };

/** Tells the result of the reader's own action, never the only record of it. Errors also stay where they happened. */
export function toast(sentence: ReactNode, options: ToastOptions = {}): void {
  const bad = options.tone === "bad";
  sonner.custom((id) => (
    <div className="raised flex min-h-[42px] font-sans max-w-[calc(100vw-32px)] items-center gap-3 rounded-[8px] px-3.5 py-2">
      <span className={bad ? "text-danger-ink" : "text-ok-ink"}>
        <Glyph shape={bad ? "diamond" : "tick"} />
      </span>
      <span className="min-w-0">{sentence}</span>
      {options.undo ? (
        <button
          type="button"
          className="ml-3 font-semibold text-petrol hover:text-petrol-hover"
          onClick={() => {
            options.undo?.run();
            sonner.dismiss(id);
          }}
        >
          {options.undo.label}
        </button>
      ) : null}
    </div>
  ));
}
