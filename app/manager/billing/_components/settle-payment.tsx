"use client";

import { useTranslations } from "next-intl";
import { useRouter } from "next/navigation";
import { startTransition, useActionState, useEffect, useRef } from "react";
import { settlePaymentAction } from "@/app/manager/billing/actions";
import { Button } from "@/components/ui/button";
import type { ActionState } from "@/lib/core/action-state";
import type { PaymentAnswer } from "@/lib/payments/payment-answer";

/** Asks, once it is shown and again by hand, how a payment stands, and goes where the answer leads. */
export function SettlePayment(props: { reference: string; donePath: string; payPath: string }) {
  const t = useTranslations("billing.return");
  const router = useRouter();
  const asked = useRef(false);
  const [state, ask, pending] = useActionState<ActionState<PaymentAnswer>, object>(settlePaymentAction, null);
  const { reference, donePath, payPath } = props;

  useEffect(() => {
    if (asked.current) return;
    asked.current = true;
    startTransition(() => ask({ reference }));
  }, [ask, reference]);

  useEffect(() => {
    if (state?.ok !== true) return;
    const { status, url } = state.data;
    if (status === "confirm" && url !== null) window.location.assign(url);
    else router.replace(status === "done" || status === "processing" ? donePath : payPath);
  }, [state, router, donePath, payPath]);

  return (
    <div className="mt-4" aria-live="polite">
      {state?.ok === false ? <p className="mb-3 text-danger-ink">{state.message}</p> : null}
      <Button busy={pending || state?.ok === true} onClick={() => startTransition(() => ask({ reference }))}>
        {t("ask")}
      </Button>
    </div>
  );
}
