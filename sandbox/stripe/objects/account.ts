import { route } from "@/sandbox/stripe/http/route";

/** The one account of the sandbox. */
const ACCOUNT = {
  id: "acct_sandbox00000001",
  object: "account",
  business_profile: { name: "New Concierge (sandbox)", url: null, support_email: null },
  business_type: "company",
  capabilities: { card_payments: "active", transfers: "active" },
  charges_enabled: true,
  country: "GR",
  created: 1_700_000_000,
  default_currency: "eur",
  details_submitted: true,
  email: null,
  metadata: {},
  payouts_enabled: true,
  settings: { dashboard: { display_name: "New Concierge (sandbox)", timezone: "Europe/Athens" } },
  type: "standard",
};

export const accountRoutes = [
  route({ method: "GET", path: "/v1/account", params: {}, handle: () => Promise.resolve(ACCOUNT) }),
];
