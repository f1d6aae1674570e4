"use client";

import { ChevronRight } from "lucide-react";
import { useTransition } from "react";
import { Plate } from "@/components/brand/plate";

/** Acts in another of one's organizations from now on, and goes to its door. */
export function SwitchOrganization(props: {
  plate: string;
  name: string;
  role: string;
  action: () => Promise<unknown>;
}) {
  const [pending, startTransition] = useTransition();
  return (
    <button
      type="button"
      aria-disabled={pending || undefined}
      onClick={() => startTransition(async () => void (await props.action()))}
      className="flex min-h-12 w-full items-center gap-3 border-b border-line py-2 text-left hover:bg-[color-mix(in_oklch,var(--petrol-soft)_50%,transparent)] aria-disabled:opacity-60"
    >
      <Plate>{props.plate}</Plate>
      <span className="min-w-0 flex-1 truncate">{props.name}</span>
      <span className="text-sm text-ink-3">{props.role}</span>
      <ChevronRight className="size-5 text-ink-3" aria-hidden="true" />
    </button>
  );
}
