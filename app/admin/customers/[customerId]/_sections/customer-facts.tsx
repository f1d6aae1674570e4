import { getTranslations } from "next-intl/server";
import { DetailList } from "@/components/layout/detail-list";
import { SectionHeading } from "@/components/layout/page-header";
import type { AdminCustomerPage } from "@/lib/analytics/queries/admin-customer-page";

/** Who they are, as it is printed on their invoices, and their people. */
export async function CustomerFacts({ page }: { page: AdminCustomerPage }) {
  const [t, locales, roles] = [
    await getTranslations("admin.customer"),
    await getTranslations("common.locale"),
    await getTranslations("admin.roles"),
  ];
  const { organization } = page;
  const address = [organization.addressLine, `${organization.postalCode} ${organization.city}`, organization.country];

  return (
    <section aria-labelledby="facts">
      <SectionHeading id="facts">{t("facts")}</SectionHeading>
      <DetailList
        className="mt-1.5"
        items={[
          { label: t("legalName"), value: organization.legalName },
          { label: t("vatId"), value: organization.vatId ?? t("noVatId") },
          { label: t("address"), value: address.filter((part) => part.trim() !== "").join(", ") },
          { label: t("email"), value: <span className="break-all">{organization.billingEmail}</span> },
          { label: t("locale"), value: locales(organization.locale) },
          { label: t("timeZone"), value: organization.timeZone },
          { label: t("id"), value: <code className="num text-xs break-all">{organization.id}</code> },
        ]}
      />
      <h3 className="mt-5 font-semibold">{t("people")}</h3>
      <ul className="mt-1">
        {page.members.map((member) => (
          <li key={member.id} className="flex justify-between gap-3 border-b border-line py-1.5 text-[0.90625rem]">
            <span className="min-w-0">
              {member.name}
              <span className="block truncate text-sm text-ink-3">{member.email}</span>
            </span>
            <span className="text-ink-2">{roles(member.role)}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
