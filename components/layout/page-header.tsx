import type { ReactNode } from "react";
import { Voice } from "@/components/brand/voice";
import { cn } from "@/components/ui/cn";

/**
 * The page's title, what can be done here, its tabs (<LinkTabs>) and the finding. `before` stands left of the title (a plate,
 * a back link), `beside` right after it (chips, a status pill).
 */
export function PageHeader(props: {
  title: ReactNode;
  before?: ReactNode;
  beside?: ReactNode;
  actions?: ReactNode;
  tabs?: ReactNode;
  voice?: ReactNode;
  meta?: ReactNode;
  className?: string | undefined;
}) {
  return (
    <header className={props.className}>
      <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2.5">
        <div className="flex min-w-0 flex-wrap items-center gap-x-3 gap-y-2">
          {props.before}
          <h1 className="min-w-0 text-2xl font-semibold tracking-[-0.012em]">{props.title}</h1>
          {props.beside}
        </div>
        {props.actions ? <div className="flex flex-wrap items-center gap-2 print:hidden">{props.actions}</div> : null}
      </div>
      {props.meta ? <p className="mt-1 text-sm text-ink-3">{props.meta}</p> : null}
      {props.tabs ? <div className="mt-2 print:hidden">{props.tabs}</div> : null}
      {props.voice ? (
        <Voice size="title" className={cn("max-w-[76ch]", props.tabs ? "mt-4" : "mt-2.5")}>
          {props.voice}
        </Voice>
      ) : null}
    </header>
  );
}

/** A section: its heading, what stands at the right, and the finding in one sentence. The hairline is the content's. */
export function SectionHeading(props: {
  children: ReactNode;
  id?: string | undefined;
  aside?: ReactNode;
  voice?: ReactNode;
  className?: string | undefined;
}) {
  return (
    <div className={props.className}>
      <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1">
        <h2 id={props.id} className="text-lg font-semibold tracking-[-0.003em]">
          {props.children}
        </h2>
        {props.aside ? <div className="text-sm text-ink-3">{props.aside}</div> : null}
      </div>
      {props.voice ? (
        <Voice size="panel" className="text-ink-2">
          {props.voice}
        </Voice>
      ) : null}
    </div>
  );
}
