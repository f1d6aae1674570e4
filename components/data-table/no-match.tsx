"use client";

import { useTranslations } from "next-intl";
import { ButtonLink } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/states";

/** Nothing fits the filters: says what was asked, offers the way back. */
export function NoMatch(props: { query: string; clearHref: string }) {
  const t = useTranslations("common.table");
  return (
    <EmptyState
      sentence={props.query === "" ? t("noMatch") : t("noMatchQuery", { query: props.query })}
      actions={
        <ButtonLink href={props.clearHref} scroll={false} size="sm">
          {t("clearFilters")}
        </ButtonLink>
      }
    />
  );
}
