import Link from "next/link";
import { Mark } from "@/components/brand/mark";
import { cn } from "@/components/ui/cn";

/** Mark and name, leading home. */
export function BrandLink(props: { href: string; rail?: boolean | undefined; large?: boolean | undefined }) {
  return (
    <Link
      href={props.href}
      className={cn(
        "flex w-fit items-center gap-2 rounded-md font-heavy tracking-[-0.01em] whitespace-nowrap text-ink",
        props.large ? "text-[1.0625rem]" : "text-[1rem]",
      )}
    >
      <Mark size={props.large ? 28 : 26} />
      <span className={props.rail ? "max-lg:sr-only" : undefined}>New Concierge</span>
    </Link>
  );
}
