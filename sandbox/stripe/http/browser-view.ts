/** What a browser gets to see of an intent with the publishable key, as in Stripe.js. */
const VISIBLE: Record<string, readonly string[]> = {
  payment_intent: [
    "id",
    "object",
    "amount",
    "automatic_payment_methods",
    "canceled_at",
    "cancellation_reason",
    "capture_method",
    "client_secret",
    "confirmation_method",
    "created",
    "currency",
    "description",
    "last_payment_error",
    "livemode",
    "next_action",
    "payment_method",
    "payment_method_types",
    "processing",
    "receipt_email",
    "setup_future_usage",
    "shipping",
    "status",
  ],
  setup_intent: [
    "id",
    "object",
    "automatic_payment_methods",
    "cancellation_reason",
    "client_secret",
    "created",
    "description",
    "last_setup_error",
    "livemode",
    "next_action",
    "payment_method",
    "payment_method_types",
    "status",
    "usage",
  ],
};

/** Drops from an answer, at every depth, what only the secret key may see. */
export function browserView(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(browserView);
  if (typeof value !== "object" || value === null) return value;

  const kind = "object" in value && typeof value.object === "string" ? value.object : "";
  const visible = VISIBLE[kind];
  const entries = Object.entries(value).filter(([name]) => visible === undefined || visible.includes(name));

  return Object.fromEntries(entries.map(([name, item]) => [name, browserView(item)]));
}
