"use client";

import { useTranslations } from "next-intl";
import { type FormEvent, type ReactNode, useState } from "react";
import { createApartmentsAction } from "@/app/manager/buildings/actions";
import { BellTag } from "@/components/brand/bell-tag";
import { StatusWords } from "@/components/brand/status";
import { Voice } from "@/components/brand/voice";
import { ActionForm } from "@/components/forms/action-form";
import { SubmitButton } from "@/components/forms/submit-button";
import { ButtonLink } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { labelsOfRange } from "@/lib/buildings/apartment-label";
import { createApartmentsSchema, FLOORS } from "@/lib/buildings/schemas";
import { KindField } from "./apartment-form";
import { useFloorName } from "./floor-name";

type Range = { fromFloor: string; toFloor: string; perFloor: string };

/** An empty building begins on its first floor; one that has apartments goes on above them. */
function startOf(taken: readonly { floor: number }[]): Range {
  if (taken.length === 0) return { fromFloor: "1", toFloor: "4", perFloor: "3" };
  const above = String(Math.min(FLOORS.highest, Math.max(...taken.map(({ floor }) => floor)) + 1));
  return { fromFloor: above, toFloor: above, perFloor: "3" };
}

/** Floors with as many apartments each, and the doorbells they will get, before they are added. */
export function RangeForm(props: {
  buildingId: string;
  taken: readonly { label: string; floor: number }[];
  cancelHref: string;
  limitRemedy?: ReactNode;
}) {
  const t = useTranslations("manager.apartments");
  const [start] = useState(() => startOf(props.taken));
  const [range, setRange] = useState(start);
  const labels = labelsOf(range);

  function onInput(event: FormEvent<HTMLFormElement>): void {
    const form = new FormData(event.currentTarget);
    const text = (name: keyof Range): string => {
      const value = form.get(name);
      return typeof value === "string" ? value : "";
    };
    setRange({ fromFloor: text("fromFloor"), toFloor: text("toFloor"), perFloor: text("perFloor") });
  }

  return (
    <ActionForm
      action={createApartmentsAction}
      onInput={onInput}
      remedies={{ plan_limit: props.limitRemedy }}
      className="grid max-w-[640px] gap-4"
    >
      <input type="hidden" name="buildingId" value={props.buildingId} />
      <KindField hint={t("kindHint")} />
      <div className="grid gap-4 sm:grid-cols-3">
        <FloorField name="fromFloor" label={t("fromFloor")} start={start} />
        <FloorField name="toFloor" label={t("toFloor")} start={start} />
        <Field name="perFloor" label={t("perFloor")} required>
          <Input type="number" min={1} max={50} step={1} defaultValue={start.perFloor} />
        </Field>
      </div>
      <Preview labels={labels} taken={new Set(props.taken.map(({ label }) => label))} />
      <div className="mt-2 flex flex-wrap gap-2">
        <SubmitButton>{t("addCount", { count: labels?.length ?? 0 })}</SubmitButton>
        <ButtonLink href={props.cancelHref}>{t("cancel")}</ButtonLink>
      </div>
    </ActionForm>
  );
}

function FloorField(props: { name: "fromFloor" | "toFloor"; label: string; start: Range }) {
  return (
    <Field name={props.name} label={props.label} required>
      <Input type="number" min={FLOORS.lowest} max={FLOORS.highest} step={1} defaultValue={props.start[props.name]} />
    </Field>
  );
}

type Labels = ReturnType<typeof labelsOfRange>;

const PREVIEW_SCHEMA_FIELDS = { buildingId: "00000000-0000-4000-8000-000000000000", kind: "flat" };

/** The labels of what is typed, or null while it is not a range that could be added. */
function labelsOf(range: Range): Labels | null {
  const parsed = createApartmentsSchema.safeParse({ ...PREVIEW_SCHEMA_FIELDS, ...range });
  return parsed.success ? labelsOfRange(parsed.data) : null;
}

/** As they will hang at the entrance: the highest floor on top. */
function Preview({ labels, taken }: { labels: Labels | null; taken: ReadonlySet<string> }) {
  const t = useTranslations("manager.apartments");
  const floorName = useFloorName();
  if (labels === null) return <p className="text-sm text-ink-3">{t("noPreview")}</p>;

  const floors = [...new Set(labels.map(({ floor }) => floor))].toSorted((a, b) => b - a);
  const clashes = labels.filter(({ label }) => taken.has(label)).map(({ label }) => label);
  return (
    <section aria-label={t("preview")} className="rounded-md bg-sunken px-4 py-3 [--glyph-ground:var(--sunken)]">
      <Voice size="panel" className="mb-2.5">
        {t("previewVoice", { count: labels.length, floors: floors.length })}
      </Voice>
      <ul className="grid max-h-72 gap-2 overflow-y-auto">
        {floors.map((floor) => (
          <li key={floor} className="grid grid-cols-[112px_1fr] items-start gap-3">
            <span className="text-sm text-ink-3">{floorName(floor)}</span>
            <span className="flex flex-wrap gap-1.5">
              {labels
                .filter((entry) => entry.floor === floor)
                .map(({ label }) => (
                  <BellTag key={label} className={taken.has(label) ? "border-danger text-danger-ink" : undefined}>
                    {label}
                  </BellTag>
                ))}
            </span>
          </li>
        ))}
      </ul>
      {clashes.length > 0 ? (
        <output className="mt-3 block">
          <StatusWords glyph="diamond" tone="bad" className="items-baseline whitespace-normal">
            {t("clash", { count: clashes.length, labels: clashes.slice(0, 12).join(", ") })}
          </StatusWords>
        </output>
      ) : null}
    </section>
  );
}
