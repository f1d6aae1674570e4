import type { ReactNode } from "react";
import { assertNever } from "@/lib/core/assert";
import type { ExplainProps } from "./explain-props";
import { OtherExplained } from "./other-explained";
import { RecurringExplained } from "./recurring-explained";
import { UsageExplained } from "./usage-explained";

/**
 * Explain this amount: one sentence with the cause, a drawing where time matters, the parts on leaders, the rule with the
 * plan's version. Redrawn from what the line was stored with, so it stays true after prices have changed.
 */
export function Explain(props: ExplainProps): ReactNode {
  const { explanation } = props;
  switch (explanation.kind) {
    case "usage":
      return <UsageExplained {...props} explanation={explanation} />;
    case "recurring":
      return <RecurringExplained {...props} explanation={explanation} />;
    case "proration":
    case "discount":
    case "commitment":
    case "credit":
    case "one_off":
      return <OtherExplained {...props} explanation={explanation} />;
    default:
      return assertNever(explanation);
  }
}
