import { cn } from "@/components/ui/cn";

/** The brass dot: something here needs you. At most one per region, always with a count or words beside it. */
export function LitBell({ className }: { className?: string | undefined }) {
  return (
    <span aria-hidden="true" className={cn("inline-block size-[7px] flex-none rounded-full bg-brass-ui", className)} />
  );
}
