"use client";

import { FlaskConical } from "lucide-react";
import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import type { DeclineMessageKey } from "@/lib/payments/decline-code";
import type { CardFlow } from "./card-flow";
import { CardProblemNote } from "./card-problem";
import { confirmAtSandbox, type TestCard } from "./confirm-at-sandbox";
import { useCardFlow } from "./use-card-flow";

/** docs.stripe.com/testing: what each number does, under the name it has on its button. */
const TEST_CARDS = [
  { key: "succeeds", number: "4242 4242 4242 4242" },
  { key: "declined", number: "4000 0000 0000 0002" },
  { key: "insufficientFunds", number: "4000 0000 0000 9995" },
  { key: "threeDSecure", number: "4000 0027 6000 3184" },
  { key: "savesThenFails", number: "4000 0000 0000 0341" },
] as const;

const EMPTY: TestCard = { number: "", expiry: "", cvc: "" };
const REST_OF_TEST_CARD = { expiry: "12/34", cvc: "123" };

/** A plainly labelled test form: no card that exists works here, and the number goes to the stand-in, not to us. */
export function SandboxCardForm(props: {
  flow: CardFlow;
  provider: { publishableKey: string; sandboxUrl: string };
  submitLabel: string;
  initialDecline: DeclineMessageKey | null;
}) {
  const t = useTranslations("billing.card");
  const [card, setCard] = useState(EMPTY);
  const [missing, setMissing] = useState(false);
  const { busy, problem, submit } = useCardFlow(props.flow, props.initialDecline);
  const blank = (value: string) => (missing && value.trim() === "" ? t("fillIn") : undefined);

  function onSubmit(event: FormEvent): void {
    event.preventDefault();
    const isComplete = Object.values(card).every((value) => value.trim() !== "");
    setMissing(!isComplete);
    if (!isComplete) return;
    submit((intent, returnUrl) =>
      confirmAtSandbox({ ...props.provider, clientSecret: intent.clientSecret, card, returnUrl }),
    );
  }

  return (
    <form onSubmit={onSubmit} noValidate aria-label={t("testForm")}>
      {problem ? <CardProblemNote problem={problem} /> : null}
      <p className="mb-3 flex items-center gap-2 text-sm text-brass-ink">
        <FlaskConical className="size-4" aria-hidden="true" />
        {t("testNote")}
      </p>
      <div className="grid grid-cols-2 gap-3">
        <Field name="card-number" label={t("number")} className="col-span-2" required error={blank(card.number)}>
          <Input
            inputMode="numeric"
            autoComplete="off"
            placeholder="4242 4242 4242 4242"
            className="num"
            value={card.number}
            onChange={(event) => setCard({ ...card, number: event.target.value })}
          />
        </Field>
        <Field name="card-expiry" label={t("expiry")} required error={blank(card.expiry)}>
          <Input
            inputMode="numeric"
            autoComplete="off"
            placeholder={t("expiryHint")}
            className="num"
            value={card.expiry}
            onChange={(event) => setCard({ ...card, expiry: event.target.value })}
          />
        </Field>
        <Field name="card-cvc" label={t("cvc")} required error={blank(card.cvc)}>
          <Input
            inputMode="numeric"
            autoComplete="off"
            placeholder="123"
            className="num"
            value={card.cvc}
            onChange={(event) => setCard({ ...card, cvc: event.target.value })}
          />
        </Field>
      </div>
      <TestCards number={card.number} onChoose={(number) => setCard({ number, ...REST_OF_TEST_CARD })} />
      <Button type="submit" variant="primary" busy={busy} className="mt-4 w-full">
        {props.submitLabel}
      </Button>
    </form>
  );
}

function TestCards(props: { number: string; onChoose: (number: string) => void }) {
  const t = useTranslations("billing.card");
  return (
    <fieldset className="mt-3">
      <legend className="mb-1.5 text-xs text-ink-3">{t("testCards")}</legend>
      <div className="flex flex-wrap gap-1.5">
        {TEST_CARDS.map((card) => (
          <Button
            key={card.key}
            size="sm"
            aria-pressed={props.number === card.number}
            className="aria-pressed:border-petrol aria-pressed:bg-petrol-soft"
            onClick={() => props.onChoose(card.number)}
          >
            {t(`test.${card.key}`)}
          </Button>
        ))}
      </div>
    </fieldset>
  );
}
