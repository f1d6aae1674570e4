import type { LetterContent } from "@/emails/_components/letter-content";
import { mailTranslator } from "@/emails/_components/mail-translator";
import { ownUrl } from "@/emails/_components/own-url";
import type { MailProps } from "@/emails/mail-props";
import type { CalendarDate } from "@/lib/core/calendar";
import type { Currency } from "@/lib/core/currency";
import { formatMoney } from "@/lib/core/format";
import { type AmountMinor, ZERO_MINOR } from "@/lib/core/money";

export type WelcomeProps = MailProps & {
  personName: string;
  planName: string;
  startedOn: CalendarDate;
  trial?: {
    endsOn: CalendarDate;
    remindOn: CalendarDate;
    /** What the plan costs afterwards, without VAT. */
    price: { amountMinor: AmountMinor; currency: Currency; interval: "month" | "year" };
  };
  openPath: string;
};

function trialPart({ locale, planName, startedOn, trial }: WelcomeProps): Pick<LetterContent, "steps" | "afterSteps"> {
  if (trial === undefined) return { steps: [] };

  const t = mailTranslator(locale);
  const { amountMinor, currency, interval } = trial.price;
  const price = formatMoney(amountMinor, currency, locale);
  return {
    steps: [
      { date: startedOn, label: t("welcome.today"), kind: "done" },
      { date: trial.remindOn, label: t("welcome.reminder"), kind: "planned" },
      { date: trial.endsOn, label: t("welcome.trialEnds"), kind: "last" },
    ],
    afterSteps: t("welcome.afterTrial", { plan: planName, price, interval }),
  };
}

/** The first mail: the account is there, what it costs today, and when that changes. */
export function welcome(props: WelcomeProps): LetterContent {
  const { locale, appUrl, test, trial, planName: plan, organizationName: organization } = props;
  const t = mailTranslator(locale);
  const label =
    trial === undefined
      ? t("welcome.open")
      : t("welcome.openToday", { amount: formatMoney(ZERO_MINOR, trial.price.currency, locale) });

  return {
    locale,
    appUrl,
    test,
    subject: t("welcome.subject"),
    status: { tone: "done", text: t("welcome.status") },
    sentence: t.phrase("welcome.sentence", { person: props.personName, organization, plan }),
    meaning: trial === undefined ? t("welcome.active") : t("welcome.trial", { until: t.until(trial.endsOn) }),
    action: { label, href: ownUrl(appUrl, props.openPath) },
    ...trialPart(props),
    reference: t("welcome.reference", { organization, plan }),
  };
}
