import { AlarmClock, FlaskConical } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";

const bold = (chunks: ReactNode) => <b>{chunks}</b>;

/** No real card is charged: shown while the sandbox stands in for the payment provider. */
export function SandboxBanner(props: { mailboxHref?: string | undefined }) {
  const t = useTranslations("common.banner");
  return (
    <Banner
      tone="brass"
      icon={<FlaskConical aria-hidden="true" />}
      aside={
        props.mailboxHref ? (
          <a href={props.mailboxHref} className="underline underline-offset-3">
            {t("mailbox")}
          </a>
        ) : null
      }
    >
      {t.rich("sandbox", { b: bold })}
    </Banner>
  );
}

/**
 * The organization lives on a test clock. `moment` is the clock's date in words; `advanceAction` moves it to what comes next,
 * and is absent for those who only live by it.
 */
export function TestClockBanner(props: { moment: string; advanceAction?: (() => Promise<void>) | undefined }) {
  const t = useTranslations("common.banner");
  return (
    <Banner
      tone="info"
      icon={<AlarmClock aria-hidden="true" />}
      aside={
        props.advanceAction ? (
          <form action={props.advanceAction}>
            <Button type="submit" size="sm" className="h-[26px]">
              {t("advance")}
            </Button>
          </form>
        ) : null
      }
    >
      {t.rich(props.advanceAction ? "clock" : "clockLived", { b: bold, moment: props.moment })}
    </Banner>
  );
}
