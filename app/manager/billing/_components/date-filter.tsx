"use client";

import { useTranslations } from "next-intl";
import { usePathname, useRouter, useSearchParams } from "next/navigation";
import { type FormEvent, useState } from "react";
import { Button } from "@/components/ui/button";
import { AddFilterChip } from "@/components/ui/chip";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Popover } from "@/components/ui/popover";

/** Adds a filter by issue date, from and to, to the address. */
export function DateFilter({ label }: { label: string }) {
  const t = useTranslations("billing.invoices.filter");
  const router = useRouter();
  const pathname = usePathname();
  const searchParams = useSearchParams();
  const [open, setOpen] = useState(false);

  function onSubmit(event: FormEvent<HTMLFormElement>): void {
    event.preventDefault();
    const next = new URLSearchParams(searchParams);
    next.delete("page");
    for (const name of ["from", "to"]) {
      const value = new FormData(event.currentTarget).get(name);
      if (typeof value === "string" && value !== "") next.set(name, value);
      else next.delete(name);
    }
    setOpen(false);
    router.push(`${pathname}?${next}`, { scroll: false });
  }

  return (
    <Popover open={open} onOpenChange={setOpen} aria-label={label} trigger={<AddFilterChip>{label}</AddFilterChip>}>
      <form onSubmit={onSubmit} className="grid w-56 gap-3">
        <Field name="from" label={t("from")}>
          <Input type="date" />
        </Field>
        <Field name="to" label={t("to")}>
          <Input type="date" />
        </Field>
        <Button type="submit" variant="primary">
          {t("apply")}
        </Button>
      </form>
    </Popover>
  );
}
