"use server";

import { getTranslations } from "next-intl/server";
import { z } from "zod";
import { initialOf } from "@/app/admin/_components/initial";
import type { Command } from "@/components/layout/commands";
import { adminSearch } from "@/lib/organizations/queries/admin-search";
import { authorizedAction } from "@/lib/platform/authorized-action";

const search = authorizedAction({
  permission: "admin.view",
  schema: z.object({ query: z.string().trim().max(120) }),
  handler: async ({ input, actor }): Promise<Command[]> => {
    const t = await getTranslations("admin");
    const { customers, invoices } = await adminSearch(actor, input.query);
    return [
      ...customers.map((customer) => ({
        href: `/admin/customers/${customer.id}`,
        group: t("nav.customers"),
        label: customer.name,
        detail: customer.email,
        plate: initialOf(customer.name),
        keywords: [input.query],
      })),
      ...invoices.map((invoice) => ({
        href: `/admin/invoices/${invoice.id}`,
        group: t("nav.invoices"),
        label: invoice.number,
        detail: invoice.organizationName,
        keywords: [input.query],
      })),
    ];
  },
});

/** Customers and invoices for the command menu. Whoever may not look finds nothing. */
export async function searchDesk(query: string): Promise<Command[]> {
  const found = await search(null, { query });
  return found?.ok ? found.data : [];
}
