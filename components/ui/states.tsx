import type { ReactNode } from "react";
import { Plate } from "@/components/brand/plate";
import { Voice } from "@/components/brand/voice";
import { cn } from "./cn";

/**
 * The three kinds of "nothing here", told apart. *Nothing yet*: `outline` (the thing's outline), one sentence, one filled
 * action, a sample link. *No match*: repeat the query, a way to clear the filters. *Not allowed or broken*: what happened,
 * whom to ask or what to do, the reference number. Actions are the caller's buttons.
 */
export function EmptyState(props: {
  sentence: ReactNode;
  actions?: ReactNode;
  note?: ReactNode;
  outline?: ReactNode;
  reference?: string | undefined;
  referenceLabel?: string | undefined;
  plain?: boolean | undefined;
  className?: string | undefined;
}) {
  return (
    <div className={cn("py-[13px]", !props.plain && "border-y border-line", props.className)}>
      {props.outline ? <div className="mb-2.5">{props.outline}</div> : null}
      <Voice size="note">{props.sentence}</Voice>
      {props.actions || props.note ? (
        <div className="mt-2.5 flex flex-wrap items-center gap-2">
          {props.actions}
          {props.note ? <span className="text-sm text-ink-3">{props.note}</span> : null}
        </div>
      ) : null}
      {props.reference ? (
        <p className="num mt-2.5 text-xs text-ink-3">
          {props.referenceLabel} {props.reference}
        </p>
      ) : null}
    </div>
  );
}

/** A plate without a number and three empty slots: the outline of a building to come. */
export function BuildingOutline() {
  return (
    <div aria-hidden="true" className="flex items-center gap-2">
      <Plate faded>?</Plate>
      {[0, 1, 2].map((slot) => (
        <span key={slot} className="h-5 w-11 rounded-[3px] border border-dashed border-line-strong" />
      ))}
    </div>
  );
}
