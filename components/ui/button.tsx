import { cva, type VariantProps } from "class-variance-authority";
import Link from "next/link";
import type { ComponentProps } from "react";
import { cn } from "./cn";

const button = cva(
  "inline-flex items-center justify-center gap-[7px] whitespace-nowrap border font-mid transition-colors duration-(--t-fast) select-none disabled:cursor-default disabled:opacity-60 aria-disabled:cursor-default aria-disabled:opacity-60",
  {
    variants: {
      variant: {
        outline: "border-line-strong bg-surface text-ink hover:bg-sunken active:bg-sunken",
        primary: "border-petrol bg-petrol text-on-petrol hover:border-petrol-hover hover:bg-petrol-hover",
        quiet: "border-transparent bg-transparent text-petrol hover:bg-petrol-soft",
        danger: "border-danger-ink bg-transparent text-danger-ink hover:bg-danger-soft",
        accent: "border-[1.5px] border-petrol bg-surface font-semibold text-petrol hover:bg-petrol-soft",
      },
      size: {
        sm: "h-7 rounded-md px-2.5 text-sm max-sm:h-9",
        md: "h-8.5 rounded-md px-[13px] text-[0.90625rem] max-sm:h-11 max-sm:text-base",
        lg: "h-12 rounded-[8px] px-5 text-lg",
        icon: "size-8.5 rounded-md p-0 max-sm:size-11",
        "icon-sm": "touch size-7 rounded-md p-0",
      },
    },
    compoundVariants: [{ variant: "quiet", size: "md", class: "px-2" }],
    defaultVariants: { variant: "outline", size: "md" },
  },
);

type Look = VariantProps<typeof button>;

/**
 * A button names its result ("Pay €84.57"). Outlined by default; one `primary` a region. `busy` says so and blocks a second
 * press without taking the focus away. An `icon` button needs an aria-label.
 */
export function Button({
  variant,
  size,
  busy,
  className,
  onClick,
  type = "button",
  ...props
}: ComponentProps<"button"> & Look & { busy?: boolean | undefined }) {
  return (
    <button
      {...props}
      type={type}
      aria-disabled={busy ? true : props["aria-disabled"]}
      aria-busy={busy || undefined}
      onClick={busy ? (event) => event.preventDefault() : onClick}
      className={cn(button({ variant, size }), busy && "animate-pulse", className)}
    />
  );
}

/** A link that looks like a button: it goes somewhere, it changes nothing. */
export function ButtonLink({ variant, size, className, ...props }: ComponentProps<typeof Link> & Look) {
  return <Link {...props} className={cn(button({ variant, size }), className)} />;
}
