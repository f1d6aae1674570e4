import type { Currency } from "@/lib/core/currency";
import type { AmountMinor } from "@/lib/core/money";
import type { Explanation } from "@/lib/invoicing/explanation";

export type ExplainProps<E extends Explanation = Explanation> = {
  explanation: E;
  /** The amount that is explained; the parts shown sum to it. */
  amountMinor: AmountMinor;
  currency: Currency;
  /** Where the rows behind it are, when the reader may see them. */
  usageHref?: string | undefined;
};
