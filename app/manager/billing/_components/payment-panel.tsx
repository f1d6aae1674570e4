"use client";

import { useTranslations } from "next-intl";
import { useMemo, useState } from "react";
import { openPaymentAction, payWithMethodAction, settlePaymentAction } from "@/app/manager/billing/actions";
import { CardForm } from "@/components/billing/card-form/card-form";
import type { CardFlow, CardProvider } from "@/components/billing/card-form/card-flow";
import { CardProblemNote } from "@/components/billing/card-form/card-problem";
import { useCardFlow } from "@/components/billing/card-form/use-card-flow";
import { ActionForm } from "@/components/forms/action-form";
import { SubmitButton } from "@/components/forms/submit-button";
import type { FormAction } from "@/components/forms/use-action-form";
import { RadioGroup } from "@/components/ui/radio-group";
import type { DeclineMessageKey } from "@/lib/payments/decline-code";
import type { PaymentAnswer } from "@/lib/payments/payment-answer";

const NEW_CARD = "new";

export type PayableMethod = { id: string; label: string; expiry: string | null; isDefault: boolean };

type PaymentPanelProps = {
  invoiceId: string;
  amountMinor: number;
  currency: string;
  /** "Pay €35.96": the button names the result. */
  payLabel: string;
  methods: readonly PayableMethod[];
  provider: CardProvider;
  /** Why the last try was refused, as the server knows it. */
  lastDecline: DeclineMessageKey | null;
};

/** Pays an invoice, or the draft of a first one: with a saved card, or with another that is kept for the next. */
export function PaymentPanel(props: PaymentPanelProps) {
  const { invoiceId, amountMinor, currency, methods } = props;
  const t = useTranslations("billing.pay");
  const [chosen, setChosen] = useState(methods.find((method) => method.isDefault)?.id ?? methods[0]?.id ?? NEW_CARD);
  const flow = useMemo<CardFlow>(
    () => ({
      purpose: { kind: "payment", amountMinor, currency },
      open: () => openPaymentAction(null, { invoiceId }),
      settle: (reference) => settlePaymentAction(null, { reference }),
      returnPath: `/manager/billing/checkout/${invoiceId}/return`,
      donePath: `/manager/billing/checkout/${invoiceId}/done`,
    }),
    [invoiceId, amountMinor, currency],
  );

  return (
    <div className="grid gap-4">
      {methods.length > 0 ? (
        <RadioGroup
          name="method"
          legend={t("with")}
          value={chosen}
          onValueChange={setChosen}
          options={[
            ...methods.map((method) => ({
              value: method.id,
              label: method.label,
              hint: method.expiry === null ? undefined : t("expires", { date: method.expiry }),
            })),
            { value: NEW_CARD, label: t("anotherCard"), hint: t("anotherCardHint") },
          ]}
        />
      ) : null}
      {chosen === NEW_CARD ? (
        <CardForm
          flow={flow}
          provider={props.provider}
          submitLabel={props.payLabel}
          initialDecline={methods.length === 0 ? props.lastDecline : null}
        />
      ) : (
        <SavedCardForm {...props} flow={flow} paymentMethodId={chosen} />
      )}
      <p className="text-center text-xs text-ink-3">{t(chosen === NEW_CARD ? "kept" : "once")}</p>
    </div>
  );
}

function SavedCardForm(props: PaymentPanelProps & { flow: CardFlow; paymentMethodId: string }) {
  const { problem, answered } = useCardFlow(props.flow, props.lastDecline);

  /** Told as the answer comes back: once it is paid, the page is drawn anew without this form. */
  const pay: FormAction<PaymentAnswer> = async (state, formData) => {
    const answer = await payWithMethodAction(state, formData);
    if (answer?.ok === true) answered(answer.data);
    return answer;
  };
  return (
    <ActionForm action={pay}>
      {problem ? <CardProblemNote problem={problem} /> : null}
      <input type="hidden" name="invoiceId" value={props.invoiceId} />
      <input type="hidden" name="paymentMethodId" value={props.paymentMethodId} />
      <SubmitButton className="w-full">{props.payLabel}</SubmitButton>
    </ActionForm>
  );
}
