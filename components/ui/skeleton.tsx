import { cn } from "./cn";

/** A bar where text will stand. Appears only after 150 ms, so that fast answers do not flicker; no shimmer. */
export function Skeleton({ className }: { className?: string | undefined }) {
  return (
    <span
      aria-hidden="true"
      className={cn("block h-2.5 animate-[appear_1ms_150ms_both] rounded-[3px] bg-line", className)}
    />
  );
}

/** Rows of the real height and columns. `widths` are the bars' widths in pixels, the last one at the right edge. */
export function SkeletonRows(props: { rows: number; widths: readonly number[]; label: string }) {
  return (
    <output aria-label={props.label} className="block">
      {Array.from({ length: props.rows }, (_, row) => (
        <div key={row} className="flex h-9 animate-[appear_1ms_150ms_both] items-center gap-5 border-b border-line">
          {props.widths.map((width, column) => (
            <span
              key={`${column}-${width}`}
              style={{ width: Math.round(width * (0.7 + ((row + column) % 4) * 0.1)) }}
              className="block h-2.5 max-w-full rounded-[3px] bg-line last:ml-auto"
            />
          ))}
        </div>
      ))}
    </output>
  );
}
