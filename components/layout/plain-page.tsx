import type { ReactNode } from "react";
import { Voice } from "@/components/brand/voice";
import { BrandLink } from "./brand-link";

/** A page outside the shells: one sentence, what can be done, a reference number. */
export function PlainPage(props: {
  title: ReactNode;
  children: ReactNode;
  actions: ReactNode;
  outline?: ReactNode;
  reference?: ReactNode;
}) {
  return (
    <div className="mx-auto flex min-h-dvh w-full max-w-[680px] flex-col px-5 py-6">
      <header>
        <BrandLink href="/" large />
      </header>
      <main id="content" className="flex flex-1 flex-col justify-center py-16">
        {props.outline ? <div className="mb-5">{props.outline}</div> : null}
        <Voice as="h1" className="text-[1.875rem] leading-[2.375rem] tracking-[-0.015em]">
          {props.title}
        </Voice>
        <p className="mt-3 max-w-[56ch] text-ink-2">{props.children}</p>
        <div className="mt-6 flex flex-wrap gap-2">{props.actions}</div>
        {props.reference ? <p className="num mt-8 text-xs text-ink-3">{props.reference}</p> : null}
      </main>
    </div>
  );
}
