"use client";

import { useTranslations } from "next-intl";
import { useRouter } from "next/navigation";
import { startTransition, useActionState, useEffect, useRef } from "react";
import { settleCardSetupAction, settlePaymentAction } from "@/app/manager/billing/actions";
import { Voice } from "@/components/brand/voice";
import { Button, ButtonLink } from "@/components/ui/button";
import type { ActionState } from "@/lib/core/action-state";
import type { PaymentAnswer } from "@/lib/payments/payment-answer";

const ACTIONS = { payment: settlePaymentAction, setup: settleCardSetupAction };

/**
 * Asks, once it is shown and again by hand, how a payment or the saving of a card stands, and goes where the answer leads. A
 * payment that was refused says why on the page it is paid on; a card that was not saved is told here.
 */
export function Settle(props: {
  kind: "payment" | "setup";
  reference: string;
  /** What is said until the answer is there. */
  asking: string;
  donePath: string;
  backPath: string;
}) {
  const t = useTranslations("billing");
  const router = useRouter();
  const asked = useRef(false);
  const { kind, reference, donePath, backPath } = props;
  const [state, ask, pending] = useActionState<ActionState<PaymentAnswer>, object>(ACTIONS[kind], null);
  const answer = state?.ok === true ? state.data : null;
  const isNotSaved = kind === "setup" && answer !== null && answer.status !== "done";

  useEffect(() => {
    if (asked.current) return;
    asked.current = true;
    startTransition(() => ask({ reference }));
  }, [ask, reference]);

  useEffect(() => {
    if (answer === null || isNotSaved) return;
    const { status, url } = answer;
    if (status === "confirm" && url !== null) window.location.assign(url);
    else router.replace(status === "done" || status === "processing" ? donePath : backPath);
  }, [answer, isNotSaved, router, donePath, backPath]);

  const problem = isNotSaved ? t("methods.notSaved") : state?.ok === false ? state.message : null;
  return (
    <div className="mt-2.5" aria-live="polite">
      <Voice size="title" className="max-w-[64ch]">
        {problem ?? props.asking}
      </Voice>
      <div className="mt-4 flex flex-wrap gap-2">
        {isNotSaved ? null : (
          <Button busy={pending || answer !== null} onClick={() => startTransition(() => ask({ reference }))}>
            {t("return.ask")}
          </Button>
        )}
        {problem === null ? null : (
          <ButtonLink variant={isNotSaved ? "primary" : "outline"} href={backPath}>
            {t("return.back")}
          </ButtonLink>
        )}
      </div>
    </div>
  );
}
