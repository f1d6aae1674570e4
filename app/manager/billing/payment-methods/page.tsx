import { CreditCard } from "lucide-react";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { AddCard } from "@/app/manager/billing/_components/add-card";
import { MethodActions } from "@/app/manager/billing/_components/method-actions";
import { NoBilling } from "@/app/manager/billing/_components/no-billing";
import { PortalHeader } from "@/app/manager/billing/_components/portal-header";
import { billingViewer } from "@/app/manager/billing/billing-viewer";
import { Status } from "@/components/brand/status";
import { Voice } from "@/components/brand/voice";
import { Columns } from "@/components/layout/columns";
import { EmptyState } from "@/components/ui/states";
import type { CalendarDate } from "@/lib/core/calendar";
import { paymentMethodLabel } from "@/lib/invoicing/payment-method-label";
import { expiryText, isExpired } from "@/lib/payments/card-expiry";
import { paymentBrowserConfig } from "@/lib/payments/queries/payment-browser-config";
import type { SavedPaymentMethod } from "@/lib/payments/queries/payment-methods";
import { paymentMethodsPage } from "@/lib/payments/queries/payment-methods-page";
import { clock } from "@/lib/platform/clock";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("billing.tabs");
  return { title: t("methods") };
}

/** The saved cards, which of them pays, and the form for another. */
export default async function PaymentMethodsPage(): Promise<ReactNode> {
  const viewer = await billingViewer();
  if (!viewer) return <NoBilling />;

  const t = await getTranslations("billing.methods");
  const { methods, today } = await paymentMethodsPage(viewer, clock.now());
  const payer = methods.find((method) => method.isDefault);
  return (
    <>
      <PortalHeader />
      <Columns side="explain" className="mt-4">
        {methods.length === 0 ? (
          <EmptyState outline={<CardOutline />} sentence={t("empty")} />
        ) : (
          <div>
            {payer ? (
              <Voice size="title" className="mb-3 max-w-[64ch]">
                {t("voice", { method: paymentMethodLabel(payer) })}
              </Voice>
            ) : null}
            <ul aria-label={t("list")} className="border-t border-line">
              {methods.map((method) => (
                <Method key={method.id} method={method} today={today} isOnly={methods.length === 1} />
              ))}
            </ul>
          </div>
        )}
        <section id="add" aria-labelledby="add-title" className="sheet scroll-mt-20 px-[18px] pt-4 pb-4">
          <h2 id="add-title" className="mb-3 text-lg font-semibold">
            {t("add")}
          </h2>
          <AddCard provider={paymentBrowserConfig()} />
          <p className="mt-3 text-center text-xs text-ink-3">{t("saveHint")}</p>
        </section>
      </Columns>
    </>
  );
}

async function Method(props: { method: SavedPaymentMethod; today: CalendarDate; isOnly: boolean }) {
  const t = await getTranslations("billing.methods");
  const { method } = props;
  const label = paymentMethodLabel(method);
  const date = expiryText(method);
  const expired = isExpired(method, props.today);
  return (
    <li className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2 border-b border-line py-3">
      <div className="flex min-w-0 items-start gap-3">
        <CreditCard className="mt-0.5 text-ink-3" aria-hidden="true" />
        <div>
          <p className="num font-mid">{label}</p>
          <p className="flex flex-wrap gap-x-4 text-sm text-ink-2">
            {date === null ? null : expired ? (
              <Status value="expired">{t("expired", { date })}</Status>
            ) : (
              <span className="num">{t("expires", { date })}</span>
            )}
            {method.isDefault ? <Status value="active">{t("default")}</Status> : null}
          </p>
        </div>
      </div>
      <MethodActions id={method.id} label={label} isDefault={method.isDefault} isOnly={props.isOnly} />
    </li>
  );
}

/** A card without a number: the outline of the one to come. */
function CardOutline() {
  return (
    <div
      aria-hidden="true"
      className="flex h-14 w-[88px] flex-col justify-end gap-1.5 rounded-md border border-dashed border-line-strong p-2"
    >
      <span className="h-px w-8 border-t border-dashed border-line-strong" />
      <span className="h-px w-14 border-t border-dashed border-line-strong" />
    </div>
  );
}
