"use client";

import { useTranslations } from "next-intl";
import { useRouter } from "next/navigation";
import { useRef, useState } from "react";
import { useDeclineWords } from "@/components/billing/use-decline-words";
import type { ActionFailure } from "@/lib/core/action-state";
import type { DeclineMessageKey } from "@/lib/payments/decline-code";
import type { PaymentAnswer } from "@/lib/payments/payment-answer";
import type { CardFlow, OpenedIntent } from "./card-flow";
import { type CardOutcome, type Confirm, runCardFlow } from "./run-card-flow";

/**
 * What went wrong, for the place above the form. `failure` is set when it was the server that refused; `isOld` what the page
 * came with, which need not take the focus.
 */
export type CardProblem = { sentence: string; failure: ActionFailure | null; isOld?: boolean };

/** Takes a card from the filled form to its outcome, and says in words what went wrong on the way. */
export function useCardFlow(flow: CardFlow, initialDecline: DeclineMessageKey | null = null) {
  const t = useTranslations();
  const router = useRouter();
  const declineWords = useDeclineWords();
  const refusal = (key: DeclineMessageKey) => `${declineWords(key)} ${t(`billing.card.${flow.purpose.kind}Untouched`)}`;
  const opened = useRef<OpenedIntent | null>(null);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<CardProblem | null>(() =>
    initialDecline === null ? null : { sentence: refusal(initialDecline), failure: null, isOld: true },
  );

  function say(sentence: string, failure: ActionFailure | null = null): void {
    setProblem({ sentence, failure });
    setBusy(false);
  }

  /** What the server learnt of the payment: the page goes on, or the form says why not. */
  function answered({ status, messageKey, url }: PaymentAnswer): void {
    if (status === "refused") return say(refusal(messageKey ?? "generic"));
    if (status === "reopen") {
      opened.current = null;
      return say(t("billing.card.reopened"));
    }
    if (status === "confirm" && url !== null) return window.location.assign(url);
    if (flow.onDone) return flow.onDone();
    router.push(flow.donePath);
    router.refresh();
  }

  function ended(outcome: CardOutcome): void {
    switch (outcome.kind) {
      case "answered":
        return answered(outcome.answer);
      case "leaving":
        return window.location.assign(outcome.url);
      case "refused":
        return say(refusal(outcome.key));
      case "failed":
        return say(outcome.failure?.message ?? t("billing.card.unreachable"), outcome.failure);
      case "unreachable":
        return say(t("billing.card.unreachable"));
      case "invalid":
        if (outcome.message === null) setBusy(false);
        else say(outcome.message);
    }
  }

  function submit(confirm: Confirm): void {
    if (busy) return;
    setBusy(true);
    setProblem(null);
    const { origin } = window.location;
    runCardFlow({ flow, confirm, opened, origin }).then(ended, () => say(t("billing.card.unreachable")));
  }

  return { busy, problem, submit, answered };
}
