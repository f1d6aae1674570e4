import { useTranslations } from "next-intl";
import type { InvoiceParty } from "@/lib/invoicing/invoice-party";
import type { InvoiceView } from "@/lib/invoicing/invoice-view";

/** Seller and customer as printed on the invoice (Directive 2006/112/EC art. 226 (3) to (5)). */
export function InvoiceParties({ invoice }: { invoice: Pick<InvoiceView, "seller" | "customer"> }) {
  const t = useTranslations("billing.invoice");
  return (
    <div className="grid gap-x-8 gap-y-4 sm:grid-cols-2">
      <Party heading={t("seller")} party={invoice.seller} />
      <Party heading={t("customer")} party={invoice.customer} />
    </div>
  );
}

function Party({ heading, party }: { heading: string; party: InvoiceParty }) {
  const t = useTranslations("billing.invoice");
  const place = [party.postalCode, party.city].filter((part) => part !== "").join(" ");
  const facts = [
    party.addressLine,
    [place, party.country].filter((part) => part !== "").join(", "),
    party.vatId ? t("vatId", { id: party.vatId }) : "",
    party.registrationNumber ? t("registration", { number: party.registrationNumber }) : "",
    party.email ?? "",
  ];
  return (
    <div className="text-[0.90625rem]">
      <h2 className="text-xs font-normal text-ink-3">{heading}</h2>
      <p className="font-mid">{party.name}</p>
      {facts
        .filter((fact) => fact !== "")
        .map((fact) => (
          <p key={fact} className="text-ink-2">
            {fact}
          </p>
        ))}
    </div>
  );
}
