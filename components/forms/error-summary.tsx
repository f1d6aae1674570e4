"use client";

import { useTranslations } from "next-intl";
import { type ReactNode, useEffect, useRef, useState } from "react";
import { Glyph } from "@/components/brand/glyph";
import type { ActionFailure } from "@/lib/core/action-state";

/** On top of a refused form: what happened, and a link to each field that needs a correction. Takes the focus. */
export function ErrorSummary({ failure, remedy }: { failure: ActionFailure; remedy?: ReactNode }) {
  const t = useTranslations("common.form");
  const box = useRef<HTMLDivElement>(null);
  const fields = Object.entries(failure.fieldErrors ?? {}).flatMap(([name, sentences]) =>
    sentences[0] === undefined ? [] : [{ name, sentence: sentences[0] }],
  );

  const [labels, setLabels] = useState<Readonly<Record<string, string>>>({});

  useEffect(() => {
    setLabels(labelsOf(box.current?.closest("form") ?? null));
    box.current?.focus();
  }, [failure]);

  return (
    <div
      ref={box}
      role="alert"
      tabIndex={-1}
      className="mb-5 rounded-md bg-danger-soft px-3.5 py-2.5 text-danger-ink [--glyph-ground:var(--danger-soft)]"
    >
      <p className="flex items-baseline gap-2 font-mid">
        <Glyph shape="diamond" className="flex-none translate-y-px" />
        <span>{fields.length > 0 ? t("summary", { count: fields.length }) : failure.message}</span>
      </p>
      {fields.length > 0 ? (
        <ul className="mt-0.5 grid pl-[18px] text-sm">
          {fields.map((field) => (
            <li key={field.name}>
              <button
                type="button"
                className="py-1 text-left underline underline-offset-3"
                onClick={(event) => focusField(event.currentTarget.form, field.name)}
              >
                {labels[field.name] === undefined ? field.sentence : `${labels[field.name]}: ${field.sentence}`}
              </button>
            </li>
          ))}
        </ul>
      ) : null}
      {remedy ? <div className="mt-1.5 pl-[18px] text-sm text-ink">{remedy}</div> : null}
    </div>
  );
}

/** The words of each field's label, so that three "Fill this in" can be told apart. */
function labelsOf(form: HTMLFormElement | null): Record<string, string> {
  const fields = [...(form?.querySelectorAll<HTMLElement>("[data-field]") ?? [])];
  return Object.fromEntries(
    fields.flatMap((field) => {
      const label = field.querySelector("label")?.textContent?.trim();
      return field.dataset["field"] && label ? [[field.dataset["field"], label]] : [];
    }),
  );
}

function focusField(form: HTMLFormElement | null, name: string): void {
  const field = form?.querySelector(`[data-field="${CSS.escape(name)}"]`) ?? form?.elements.namedItem(name);
  if (!(field instanceof HTMLElement)) return;
  const control = field.matches("input, select, textarea, button")
    ? field
    : field.querySelector<HTMLElement>("input:not([type=hidden]), select, textarea, button[aria-haspopup]");
  control?.focus();
}
