import { Lock } from "lucide-react";
import type { ReactNode } from "react";
import { Voice } from "@/components/brand/voice";
import { cn } from "@/components/ui/cn";

export type TimelineEvent = {
  id: string;
  who: ReactNode;
  /** What they did, following the name: "booked the visit". */
  what: ReactNode;
  /** When, and from where. */
  when: ReactNode;
  quote?: ReactNode;
  detail?: ReactNode;
  /** The next planned event: a brass band. At most one, and first. */
  next?: boolean | undefined;
  /** The words "Internal note" in the reader's language; shows the lock. */
  internal?: string | undefined;
};

/** What happened, newest first. */
export function Timeline(props: { events: readonly TimelineEvent[]; label: string }) {
  return (
    <ol aria-label={props.label} className="relative text-[0.90625rem] leading-5">
      {props.events.map((event) => (
        <li
          key={event.id}
          className={cn(
            "relative grid grid-cols-[18px_1fr] gap-2.5 pb-[13px] before:absolute before:top-3 before:-bottom-[7px] before:left-[5px] before:w-[1.5px] before:bg-line last:before:hidden",
            event.next &&
              "-mx-2.5 mb-[13px] rounded-md bg-brass-soft px-2.5 py-2 before:top-6 before:-bottom-[22px] before:left-[15px]",
          )}
        >
          <span
            aria-hidden="true"
            className={cn(
              "relative mt-[5px] size-[11px] rounded-full border-2",
              event.next ? "border-brass-ui bg-brass" : "border-line-strong bg-surface",
            )}
          />
          <div className="min-w-0">
            {event.internal ? (
              <span className="mb-0.5 flex items-center gap-1 text-xs text-ink-3">
                <Lock className="size-3" aria-hidden="true" />
                {event.internal}
              </span>
            ) : null}
            <b>{event.who}</b> {event.what}
            {event.quote ? (
              <Voice as="blockquote" size="panel" className="mt-1 mb-[3px] border-l-2 border-line pl-2.5">
                {event.quote}
              </Voice>
            ) : null}
            <span className="num block text-xs text-ink-3">{event.when}</span>
            {event.detail ? <div className="mt-1.5">{event.detail}</div> : null}
          </div>
        </li>
      ))}
    </ol>
  );
}
