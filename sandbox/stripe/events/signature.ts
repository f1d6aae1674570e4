import { createHmac } from "node:crypto";

/** The `Stripe-Signature` header of one attempt: HMAC-SHA256 of `<seconds>.<body>`. */
export function signatureHeader(body: string, options: { secret: string; nowS: number }): string {
  const digest = createHmac("sha256", options.secret).update(`${options.nowS}.${body}`).digest("hex");

  return `t=${options.nowS},v1=${digest}`;
}
