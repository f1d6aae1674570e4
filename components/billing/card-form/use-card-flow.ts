"use client";

import { useTranslations } from "next-intl";
import { useRouter } from "next/navigation";
import { useCallback, useRef, useState } from "react";
import type { ActionFailure } from "@/lib/core/action-state";
import { useDeclineWords } from "@/components/billing/use-decline-words";
import { type DeclineMessageKey, explainDecline } from "@/lib/payments/decline-code";
import type { PaymentAnswer } from "@/lib/payments/payment-answer";
import type { CardFlow, Confirmation, OpenedIntent } from "./card-flow";

type Confirm = (intent: OpenedIntent, returnUrl: string) => Promise<Confirmation>;

/**
 * What went wrong, for the place above the form. `failure` is set when it was the server that refused; `isOld` what the page
 * came with, which need not take the focus.
 */
export type CardProblem = { sentence: string; failure: ActionFailure | null; isOld?: boolean };

/**
 * Takes a card from the filled form to its outcome: open at the server, confirm at the provider, ask the server how it went.
 * A refused card leaves the same payment open for another one; one that is over meanwhile is opened anew, once.
 */
export function useCardFlow(flow: CardFlow, initialDecline: DeclineMessageKey | null = null) {
  const t = useTranslations();
  const decline = useDeclineWords();
  const router = useRouter();
  const opened = useRef<OpenedIntent | null>(null);
  const [busy, setBusy] = useState(false);
  const untouched = t(`billing.card.${flow.purpose.kind}Untouched`);
  const [problem, setProblem] = useState<CardProblem | null>(
    initialDecline === null
      ? null
      : { sentence: `${decline(initialDecline)} ${untouched}`, failure: null, isOld: true },
  );

  const say = useCallback((sentence: string, failure: ActionFailure | null = null) => {
    setProblem({ sentence, failure });
    setBusy(false);
  }, []);
  const refused = useCallback(
    (key: DeclineMessageKey) => say(`${decline(key)} ${untouched}`),
    [say, decline, untouched],
  );

  const answered = useCallback(
    (answer: PaymentAnswer) => {
      switch (answer.status) {
        case "done":
        case "processing":
          if (flow.onDone) return flow.onDone();
          router.push(flow.donePath);
          router.refresh();
          return;
        case "confirm":
          if (answer.url !== null) window.location.assign(answer.url);
          return;
        case "refused":
          refused(answer.messageKey ?? "generic");
          return;
        case "reopen":
          opened.current = null;
          say(t("billing.card.reopened"));
      }
    },
    [router, flow, refused, say, t],
  );

  const attempt = useCallback(
    async (confirm: Confirm, mayReopen: boolean): Promise<void> => {
      if (opened.current === null) {
        const state = await flow.open();
        if (state?.ok !== true) return say(state?.message ?? t("errors.internal"), state);
        opened.current = state.data;
      }
      const intent = opened.current;
      const confirmation = await confirm(intent, new URL(flow.returnPath, window.location.origin).href);
      switch (confirmation.kind) {
        case "redirect":
          return window.location.assign(confirmation.url);
        case "refused":
          return refused(explainDecline(confirmation.decline).messageKey);
        case "invalid":
          return confirmation.message === null ? setBusy(false) : say(confirmation.message);
        case "unreachable":
        case "stale":
        case "settled":
      }
      const state = await flow.settle(intent.reference);
      if (state?.ok !== true) return say(state?.message ?? t("errors.internal"), state);
      const { status } = state.data;
      if (status === "reopen" && confirmation.kind === "unreachable") return say(t("billing.card.unreachable"));
      if (status === "reopen" && mayReopen) {
        opened.current = null;
        return attempt(confirm, false);
      }
      answered(state.data);
    },
    [flow, say, refused, answered, t],
  );

  const submit = useCallback(
    (confirm: Confirm) => {
      if (busy) return;
      setBusy(true);
      setProblem(null);
      attempt(confirm, true).catch(() => say(t("billing.card.unreachable")));
    },
    [busy, attempt, say, t],
  );

  return { busy, problem, submit, answered };
}
