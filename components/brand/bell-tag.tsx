import { cn } from "@/components/ui/cn";

/** The doorbell tag: an apartment's identity. `lit` when something there needs the reader; say what, beside it. */
export function BellTag(props: { children: string; lit?: boolean | undefined; className?: string | undefined }) {
  return (
    <span
      className={cn(
        "inline-flex h-5 flex-none items-center gap-[5px] rounded-[3px] border border-line bg-raised pr-[7px] pl-[5px] text-[0.8125rem] font-mid whitespace-nowrap text-ink",
        props.className,
      )}
    >
      <span
        aria-hidden="true"
        className={cn(
          "size-1.5 rounded-full border-[1.4px]",
          props.lit ? "border-brass-ui bg-brass" : "border-line-strong",
        )}
      />
      {props.children}
    </span>
  );
}
