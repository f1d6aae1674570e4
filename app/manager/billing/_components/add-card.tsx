"use client";

import { useTranslations } from "next-intl";
import { useMemo, useState } from "react";
import { openCardSetupAction, settleCardSetupAction } from "@/app/manager/billing/actions";
import { CardForm } from "@/components/billing/card-form/card-form";
import type { CardFlow, CardProvider } from "@/components/billing/card-form/card-flow";
import { toast } from "@/components/ui/toast";

/** Keeps another card. Nothing is charged; a saved card empties the form for the next. */
export function AddCard({ provider }: { provider: CardProvider }) {
  const t = useTranslations("billing.methods");
  const [round, setRound] = useState(0);
  const flow = useMemo<CardFlow>(
    () => ({
      purpose: { kind: "setup" },
      open: () => openCardSetupAction(null, {}),
      settle: (reference) => settleCardSetupAction(null, { reference }),
      returnPath: "/manager/billing/payment-methods/return",
      donePath: "/manager/billing/payment-methods",
      onDone: () => {
        toast(t("saved"));
        setRound((before) => before + 1);
      },
    }),
    [t],
  );
  return <CardForm key={round} flow={flow} provider={provider} submitLabel={t("save")} />;
}
