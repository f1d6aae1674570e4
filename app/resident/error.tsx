"use client";

import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/states";

/** A page within the shell that could not be put together; the tabs still work. */
export default function ResidentError(props: { error: Error & { digest?: string }; retry: () => void }) {
  const t = useTranslations("errors.page");
  return (
    <div className="py-4">
      <h1 className="mb-3 text-2xl font-semibold tracking-[-0.012em]">{t("broken.title")}</h1>
      <EmptyState
        sentence={t("broken.text")}
        actions={
          <Button variant="primary" size="lg" onClick={() => props.retry()}>
            {t("retry")}
          </Button>
        }
        note={props.error.digest === undefined ? undefined : t("reference", { reference: props.error.digest })}
      />
    </div>
  );
}
