import type { ReactNode } from "react";
import { cn } from "@/components/ui/cn";

const SIZES = {
  panel: "text-[0.96875rem] leading-[1.375rem]",
  note: "text-[1.0625rem] leading-6",
  title: "text-xl tracking-[-0.008em]",
  public: "text-[2.125rem] leading-[2.5rem] tracking-[-0.022em] sm:text-4xl sm:leading-[3.625rem]",
} as const;

/**
 * The product speaking about the reader's figures, in serif: findings, explanations, empty states, people's own words.
 * Never a label, a button or navigation. Put amounts in <b>.
 */
export function Voice(props: {
  children: ReactNode;
  size?: keyof typeof SIZES | undefined;
  as?: "p" | "h1" | "h2" | "blockquote" | "div" | undefined;
  className?: string | undefined;
  id?: string | undefined;
}) {
  const Tag = props.as ?? "p";
  return (
    <Tag id={props.id} className={cn("voice text-pretty", SIZES[props.size ?? "note"], props.className)}>
      {props.children}
    </Tag>
  );
}
