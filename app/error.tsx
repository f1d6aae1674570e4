"use client";

import { useTranslations } from "next-intl";
import { PlainPage } from "@/components/layout/plain-page";
import { Button, ButtonLink } from "@/components/ui/button";

/** What nobody expected. The reference is the one in the log; the details stay there. */
export default function ErrorPage(props: { error: unknown; retry: () => void }) {
  const t = useTranslations("errors.page");
  const reference = digestOf(props.error);
  return (
    <PlainPage
      title={t("broken.title")}
      reference={reference === undefined ? undefined : t("reference", { reference })}
      actions={
        <>
          <Button variant="primary" onClick={() => props.retry()}>
            {t("retry")}
          </Button>
          <ButtonLink href="/">{t("home")}</ButtonLink>
        </>
      }
    >
      {t("broken.text")}
    </PlainPage>
  );
}

function digestOf(error: unknown): string | undefined {
  if (typeof error !== "object" || error === null || !("digest" in error)) return undefined;
  return typeof error.digest === "string" ? error.digest : undefined;
}
