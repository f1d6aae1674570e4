import type { ReactNode } from "react";
import { cn } from "@/components/ui/cn";

/** Facts of one object, term and value, a hairline between. */
export function DetailList(props: {
  items: readonly { label: ReactNode; value: ReactNode; key?: string | undefined }[];
  className?: string | undefined;
}) {
  return (
    <dl className={cn("text-[0.90625rem]", props.className)}>
      {props.items.map((item, index) => (
        <div
          key={item.key ?? index}
          className="flex min-h-9 items-baseline justify-between gap-4 border-b border-line py-[7px]"
        >
          <dt className="flex-none text-ink-3">{item.label}</dt>
          <dd className="min-w-0 text-right">{item.value}</dd>
        </div>
      ))}
    </dl>
  );
}
