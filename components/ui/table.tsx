import type { ComponentProps } from "react";
import { cn } from "./cn";

type Align = { align?: "start" | "end" | undefined };

/** Primitives of a small, fixed table. Lists that sort, filter and page are <DataTable>. Give a caption, if only for readers. */
export function Table({ className, ...props }: ComponentProps<"table">) {
  return (
    <div className="overflow-x-auto">
      <table {...props} className={cn("w-full border-collapse text-[0.90625rem]", className)} />
    </div>
  );
}

export function HeadCell({ align, className, ...props }: Omit<ComponentProps<"th">, "align"> & Align) {
  return (
    <th
      scope="col"
      {...props}
      className={cn(
        "border-b border-line pr-3 pb-[7px] text-[0.8125rem] leading-4 font-medium whitespace-nowrap text-ink-3 last:pr-0",
        align === "end" ? "text-right" : "text-left",
        className,
      )}
    />
  );
}

export function Cell({ align, className, ...props }: Omit<ComponentProps<"td">, "align"> & Align) {
  return (
    <td
      {...props}
      className={cn(
        "h-9 border-b border-line pr-3 last:pr-0",
        align === "end" ? "num text-right" : "text-left",
        className,
      )}
    />
  );
}

/** The closing row: ink line above, nothing below. Its cells are plain <Cell>s. */
export function TotalRow({ className, ...props }: ComponentProps<"tr">) {
  return <tr {...props} className={cn("font-semibold *:h-10 *:border-t *:border-b-0 *:border-t-ink", className)} />;
}
