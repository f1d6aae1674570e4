import { getTranslations } from "next-intl/server";
import { Plate } from "@/components/brand/plate";
import { Voice } from "@/components/brand/voice";
import { ButtonLink } from "@/components/ui/button";

/** Within the shell of the desk: nothing is at this address. */
export default async function DeskNotFound() {
  const [t, nav] = [await getTranslations("admin.notFound"), await getTranslations("admin.nav")];
  return (
    <div className="max-w-[680px] py-10">
      <span aria-hidden="true" className="mb-4 block">
        <Plate faded tone="ink">
          ?
        </Plate>
      </span>
      <Voice as="h1" size="title">
        {t("title")}
      </Voice>
      <p className="mt-2 text-ink-2">{t("text")}</p>
      <div className="mt-5 flex flex-wrap gap-2">
        <ButtonLink href="/admin" variant="primary">
          {nav("overview")}
        </ButtonLink>
        <ButtonLink href="/admin/customers">{nav("customers")}</ButtonLink>
        <ButtonLink href="/admin/invoices">{nav("invoices")}</ButtonLink>
      </div>
    </div>
  );
}
