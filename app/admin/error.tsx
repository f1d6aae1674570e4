"use client";

import { useTranslations } from "next-intl";
import { Button, ButtonLink } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/states";

/** A page of the desk that could not be put together; the menu around it still works. */
export default function DeskError(props: { error: Error & { digest?: string }; retry: () => void }) {
  const t = useTranslations("errors.page");
  return (
    <div className="max-w-[680px] py-6">
      <h1 className="mb-3 text-2xl font-semibold tracking-[-0.012em]">{t("broken.title")}</h1>
      <EmptyState
        sentence={t("broken.text")}
        actions={
          <>
            <Button variant="primary" onClick={() => props.retry()}>
              {t("retry")}
            </Button>
            <ButtonLink href="/admin">{t("home")}</ButtonLink>
          </>
        }
        note={props.error.digest === undefined ? undefined : t("reference", { reference: props.error.digest })}
      />
    </div>
  );
}
