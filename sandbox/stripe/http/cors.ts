import type { IncomingMessage } from "node:http";

/** Lets the app's own pages, and no others, call from a browser. */
export function corsHeaders(request: IncomingMessage, appOrigins: readonly string[]): Record<string, string> {
  const { origin } = request.headers;
  if (origin === undefined || !appOrigins.includes(origin)) return { Vary: "Origin" };

  return {
    "Access-Control-Allow-Origin": origin,
    "Access-Control-Allow-Methods": "GET, POST, OPTIONS",
    "Access-Control-Allow-Headers": "Authorization, Content-Type, Idempotency-Key, Stripe-Version",
    "Access-Control-Expose-Headers": "Request-Id",
    "Access-Control-Max-Age": "600",
    Vary: "Origin",
  };
}
