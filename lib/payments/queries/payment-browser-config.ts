import "server-only";
import { env } from "@/lib/platform/env";

/** What a browser needs to hand a card to the provider itself: never a secret, and read at run time, not frozen at build. */
export type PaymentBrowserConfig = {
  publishableKey: string;
  /** Where the stand-in answers browsers; null when Stripe itself does. */
  sandboxUrl: string | null;
};

/** The publishable key and, without a real one, the address of the stand-in. */
export function paymentBrowserConfig(): PaymentBrowserConfig {
  const { STRIPE_PUBLISHABLE_KEY: publishableKey, SANDBOX_PUBLIC_URL: sandboxUrl, isSandbox } = env();
  return { publishableKey, sandboxUrl: isSandbox ? (sandboxUrl ?? null) : null };
}
