import { useTranslations } from "next-intl";
import { StatusWords } from "@/components/brand/status";
import type { TestClockStatus } from "@/lib/organizations/test-clock";

/** Whether a clock stands, moves or is stuck. */
export function ClockStatus(props: { status: TestClockStatus; followsRealTime: boolean; pill?: boolean | undefined }) {
  const t = useTranslations("admin.clocks");
  if (props.status === "advancing") {
    return (
      <StatusWords glyph="half" tone="info" pill={props.pill}>
        {t("advancing")}
      </StatusWords>
    );
  }
  if (props.status === "failed") {
    return (
      <StatusWords glyph="diamond" tone="bad" pill={props.pill}>
        {t("failed")}
      </StatusWords>
    );
  }
  return (
    <StatusWords
      glyph={props.followsRealTime ? "tick" : "ring"}
      tone={props.followsRealTime ? "ok" : "mute"}
      pill={props.pill}
    >
      {t(props.followsRealTime ? "realTime" : "ready")}
    </StatusWords>
  );
}
