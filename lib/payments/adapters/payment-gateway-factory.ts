import "server-only";
import { stripeClient } from "@/lib/payments/adapters/stripe-client";
import { createStripeGateway } from "@/lib/payments/adapters/stripe-gateway";
import type { PaymentGateway } from "@/lib/payments/payment-gateway";
import { env } from "@/lib/platform/env";

const shared = globalThis as typeof globalThis & { newConciergePaymentGateway?: PaymentGateway };

/** The payment provider of the settings, one a process. */
export function paymentGateway(): PaymentGateway {
  shared.newConciergePaymentGateway ??= createStripeGateway(stripeClient(), accountOf(env()));
  return shared.newConciergePaymentGateway;
}

/** The sandbox, a Stripe test account and a live one are three worlds: an id of one means nothing in another. */
function accountOf(settings: { STRIPE_SECRET_KEY: string; isSandbox: boolean }): { provider: string; isLive: boolean } {
  if (settings.isSandbox) return { provider: "stripe_sandbox", isLive: false };
  const isTest = /^[sr]k_test_/.test(settings.STRIPE_SECRET_KEY);
  return { provider: isTest ? "stripe_test" : "stripe", isLive: !isTest };
}
