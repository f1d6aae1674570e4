/** The accounts of the journal. */
export const ACCOUNTS = [
  "receivable",
  "cash_at_provider",
  "credit_balance",
  "deferred_revenue",
  "revenue_subscription",
  "revenue_usage",
  "revenue_one_off",
  "tax_payable",
  "provider_fees",
  "disputes",
  "bad_debt",
] as const;

export type Account = (typeof ACCOUNTS)[number];

/** The side on which an account grows: assets and expenses by debit, liabilities and revenue by credit. */
export const NORMAL_SIDE: Record<Account, "debit" | "credit"> = {
  receivable: "debit",
  cash_at_provider: "debit",
  credit_balance: "credit",
  deferred_revenue: "credit",
  revenue_subscription: "credit",
  revenue_usage: "credit",
  revenue_one_off: "credit",
  tax_payable: "credit",
  provider_fees: "debit",
  disputes: "debit",
  bad_debt: "debit",
};
