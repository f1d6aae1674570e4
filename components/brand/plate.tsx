import { cn } from "@/components/ui/cn";

const SIZES = {
  sm: "h-5.5 min-w-7.5 rounded-[3px] px-[5px] text-[0.8125rem] [--rim:1.5px]",
  md: "h-[29px] min-w-10 rounded-[4px] px-1.5 text-[1.0625rem] [--rim:2px]",
  lg: "h-8 min-w-11 rounded-[4px] px-2 text-[1.1875rem] [--rim:2px]",
} as const;

/**
 * The enamel number plate: a building's identity, or an organization's by its initial. `tone="ink"` is the business desk's.
 * Never an avatar or a coloured dot in its place.
 */
export function Plate(props: {
  children: string;
  size?: keyof typeof SIZES | undefined;
  tone?: "petrol" | "ink" | undefined;
  faded?: boolean | undefined;
  className?: string | undefined;
}) {
  return (
    <span
      className={cn(
        "num inline-flex flex-none items-center justify-center leading-none font-heavy tracking-[0.01em] text-(--on-plate) bg-(--enamel)",
        "shadow-[inset_0_0_0_var(--rim)_var(--enamel),inset_0_0_0_calc(var(--rim)+0.75px)_#f9fdfcb0]",
        props.tone === "ink" ? "[--enamel:var(--plate-ink)]" : "[--enamel:var(--plate)]",
        SIZES[props.size ?? "sm"],
        props.faded && "opacity-55",
        props.className,
      )}
    >
      {props.children}
    </span>
  );
}
