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
