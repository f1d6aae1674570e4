"use client";

import type { Stripe, StripeElements, StripeError } from "@stripe/stripe-js";
import { useLocale, useTranslations } from "next-intl";
import { useTheme } from "next-themes";
import { type FormEvent, useEffect, useRef, useState } from "react";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/states";
import type { DeclineMessageKey } from "@/lib/payments/decline-code";
import type { CardFlow, CardPurpose, Confirmation, OpenedIntent } from "./card-flow";
import { CardProblemNote } from "./card-problem";
import { useCardFlow } from "./use-card-flow";

/** A provider that has not answered for so long is taken to be blocked or offline. */
const LOAD_TIMEOUT_MS = 15_000;

type Loaded = { stripe: Stripe; elements: StripeElements };

/** Stripe's own form, loaded from Stripe: the card passes no server of ours. What cannot be loaded says so, with a retry. */
export function StripeCardForm(props: {
  flow: CardFlow;
  publishableKey: string;
  submitLabel: string;
  initialDecline: DeclineMessageKey | null;
}) {
  const t = useTranslations("billing.card");
  const box = useRef<HTMLDivElement>(null);
  const [round, setRound] = useState(0);
  const state = useStripeElements({ box, round, purpose: props.flow.purpose, publishableKey: props.publishableKey });
  const { busy, problem, submit } = useCardFlow(props.flow, props.initialDecline);

  function onSubmit(event: FormEvent): void {
    event.preventDefault();
    if (state.kind !== "ready") return;
    submit((intent, returnUrl) => confirmAtStripe(state.loaded, { intent, returnUrl, purpose: props.flow.purpose }));
  }

  if (state.kind === "failed") {
    return (
      <EmptyState
        sentence={t("notLoaded")}
        note={state.reason}
        actions={<Button onClick={() => setRound(round + 1)}>{t("loadAgain")}</Button>}
      />
    );
  }
  return (
    <form onSubmit={onSubmit} aria-label={t("form")}>
      {problem ? <CardProblemNote problem={problem} /> : null}
      <div ref={box} className="min-h-[220px]" aria-busy={state.kind === "loading"} />
      <Button type="submit" variant="primary" busy={busy || state.kind === "loading"} className="mt-4 w-full">
        {props.submitLabel}
      </Button>
    </form>
  );
}

type LoadState = { kind: "loading" } | { kind: "ready"; loaded: Loaded } | { kind: "failed"; reason: string };

function useStripeElements(given: {
  box: React.RefObject<HTMLDivElement | null>;
  round: number;
  purpose: CardPurpose;
  publishableKey: string;
}): LoadState {
  const { box, round, publishableKey } = given;
  const purpose = JSON.stringify(given.purpose);
  const locale = useLocale() === "el" ? "el" : "en";
  const { resolvedTheme } = useTheme();
  // What was reached, and for which try: another try begins as loading without being told.
  const attempt = `${round}/${locale}/${resolvedTheme}/${purpose}`;
  const [reached, setReached] = useState<{ attempt: string; state: LoadState } | null>(null);

  useEffect(() => {
    let isCurrent = true;
    let unmount = () => {};
    const reach = (state: LoadState) => {
      if (isCurrent) setReached({ attempt, state });
    };
    const fail = (error: unknown) => {
      reach({ kind: "failed", reason: error instanceof Error ? error.message : String(error) });
    };
    const timer = setTimeout(() => fail(new Error("js.stripe.com")), LOAD_TIMEOUT_MS);

    const theme = resolvedTheme === "dark" ? "night" : "stripe";
    mountElements({ publishableKey, locale, theme, purpose: JSON.parse(purpose) as CardPurpose })
      .then(({ stripe, elements, element }) => {
        if (!isCurrent || box.current === null) return;
        unmount = () => element.destroy();
        element.on("ready", () => {
          clearTimeout(timer);
          reach({ kind: "ready", loaded: { stripe, elements } });
        });
        element.on("loaderror", ({ error }) => fail(new Error(error.message ?? error.type)));
        element.mount(box.current);
      })
      .catch(fail);
    return () => {
      isCurrent = false;
      clearTimeout(timer);
      unmount();
    };
  }, [box, attempt, publishableKey, locale, resolvedTheme, purpose]);
  return reached?.attempt === attempt ? reached.state : { kind: "loading" };
}

async function mountElements(given: {
  publishableKey: string;
  locale: "en" | "el";
  theme: "night" | "stripe";
  purpose: CardPurpose;
}) {
  const { loadStripe } = await import("@stripe/stripe-js/pure");
  const stripe = await loadStripe(given.publishableKey, { locale: given.locale });
  if (stripe === null) throw new Error("js.stripe.com");

  const shared = { allowedPaymentMethodTypes: ["card"], appearance: { theme: given.theme } };
  const { purpose } = given;
  const elements =
    purpose.kind === "payment"
      ? stripe.elements({
          ...shared,
          mode: "payment",
          amount: purpose.amountMinor,
          currency: purpose.currency.toLowerCase(),
          setupFutureUsage: "off_session",
        })
      : stripe.elements({ ...shared, mode: "setup", setupFutureUsage: "off_session" });
  return { stripe, elements, element: elements.create("payment") };
}

/** Stripe validates the fields first, in its own words; 3-D Secure is a window of its own or a redirect. */
async function confirmAtStripe(
  { stripe, elements }: Loaded,
  given: { intent: OpenedIntent; returnUrl: string; purpose: CardPurpose },
): Promise<Confirmation> {
  const checked = await elements.submit();
  if (checked.error) return { kind: "invalid", message: checked.error.message ?? null };

  const request = {
    elements,
    clientSecret: given.intent.clientSecret,
    confirmParams: { return_url: given.returnUrl },
    redirect: "if_required" as const,
  };
  const { error } =
    given.purpose.kind === "payment" ? await stripe.confirmPayment(request) : await stripe.confirmSetup(request);
  return error ? answerOf(error) : { kind: "settled" };
}

function answerOf(error: StripeError): Confirmation {
  switch (error.type) {
    case "card_error":
      return { kind: "refused", decline: { code: error.code ?? "", declineCode: error.decline_code ?? null } };
    case "validation_error":
      return { kind: "invalid", message: error.message ?? null };
    case "invalid_request_error":
      return { kind: "stale" };
    default:
      return { kind: "unreachable" };
  }
}
