"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { cancelSubscriptionSchema, startSubscriptionSchema, undoCancelSchema } from "@/lib/billing/schemas";
import { cancelSubscription } from "@/lib/billing/services/cancel-subscription";
import { startSubscription } from "@/lib/billing/services/start-subscription";
import { invoiceSchema } from "@/lib/invoicing/schemas";
import {
  attemptSchema,
  cardSetupSchema,
  noInputSchema,
  payWithMethodSchema,
  paymentMethodSchema,
} from "@/lib/payments/schemas";
import { completeCardSetup } from "@/lib/payments/services/complete-card-setup";
import { makeDefault } from "@/lib/payments/services/make-default";
import { removePaymentMethod } from "@/lib/payments/services/remove-payment-method";
import { startCardSetup } from "@/lib/payments/services/start-card-setup";
import { explainDecline } from "@/lib/payments/decline-code";
import { type PaymentAnswer, paymentAnswer } from "@/lib/payments/payment-answer";
import { authorizedAction } from "@/lib/platform/authorized-action";
import { clock } from "@/lib/platform/clock";
import { env } from "@/lib/platform/env";
import { endWaitingSubscription } from "@/lib/workflows/services/end-waiting-subscription";
import { payInvoice } from "@/lib/workflows/services/pay-invoice";
import { refreshPaymentAttempt } from "@/lib/workflows/services/refresh-payment-attempt";
import { startOnSessionPayment } from "@/lib/workflows/services/start-on-session-payment";

const PORTAL = "/manager/billing";

function revalidatePortal(): void {
  revalidatePath(PORTAL, "layout");
}

/** Chooses a plan: a trial or a free plan starts at once, any other waits for its first payment on the next page. */
export const choosePlanAction = authorizedAction({
  permission: "billing.manage",
  schema: startSubscriptionSchema,
  handler: async ({ input, actor }): Promise<undefined> => {
    const { organizationId } = actor;
    await endWaitingSubscription({ actor });
    const started = await startSubscription({ organizationId, actor, wallClock: clock.now(), choice: input });
    revalidatePortal();
    redirect(started.draftInvoiceId === null ? PORTAL : `${PORTAL}/checkout/${started.draftInvoiceId}`);
  },
});

/** Ends the plan at its period's end, with the reason. */
export const cancelPlanAction = authorizedAction({
  permission: "billing.manage",
  schema: cancelSubscriptionSchema,
  handler: async ({ input, actor }): Promise<undefined> => {
    const { subscriptionId, reason, comment } = input;
    const { organizationId } = actor;
    const cancellation = { reason, comment };
    await cancelSubscription({ organizationId, subscriptionId, actor, wallClock: clock.now(), cancellation });
    revalidatePortal();
  },
});

/** Takes the cancellation back while the period still runs. */
export const keepPlanAction = authorizedAction({
  permission: "billing.manage",
  schema: undoCancelSchema,
  handler: async ({ input, actor }): Promise<undefined> => {
    const { organizationId } = actor;
    const { subscriptionId } = input;
    await cancelSubscription({ organizationId, subscriptionId, actor, wallClock: clock.now(), cancellation: null });
    revalidatePortal();
  },
});

/** Opens a payment that the browser then confirms with a card, at the provider itself. */
export const openPaymentAction = authorizedAction({
  permission: "billing.pay",
  schema: invoiceSchema,
  handler: async ({ input, actor }): Promise<{ reference: string; clientSecret: string }> => {
    const { attemptId, clientSecret } = await startOnSessionPayment({ actor, invoiceId: input.invoiceId });
    return { reference: attemptId, clientSecret };
  },
});

/** Asks the provider how a payment stands; what the browser believes is not asked. */
export const settlePaymentAction = authorizedAction({
  permission: "billing.pay",
  schema: attemptSchema,
  handler: async ({ input, actor }): Promise<PaymentAnswer> => {
    const { reference } = input;
    const result = await refreshPaymentAttempt({
      actor,
      ...(reference.startsWith("pi_") ? { intentId: reference } : { attemptId: reference }),
    });
    revalidatePortal();
    return paymentAnswer(result);
  },
});

/** Pays with a saved card. */
export const payWithMethodAction = authorizedAction({
  permission: "billing.pay",
  schema: payWithMethodSchema,
  handler: async ({ input, actor }): Promise<PaymentAnswer> => {
    const { invoiceId, paymentMethodId } = input;
    const returnUrl = `${env().APP_URL}${PORTAL}/checkout/${invoiceId}/return`;
    const result = await payInvoice({ actor, invoiceId, paymentMethodId, returnUrl });
    revalidatePortal();
    return paymentAnswer(result);
  },
});

/** Prepares the provider to keep a card, without charging it. */
export const openCardSetupAction = authorizedAction({
  permission: "billing.pay",
  schema: noInputSchema,
  handler: async ({ actor }): Promise<{ reference: string; clientSecret: string }> => {
    const { setupIntentId, clientSecret } = await startCardSetup({ actor });
    return { reference: setupIntentId, clientSecret };
  },
});

/** Keeps the card once the provider says it may be kept. */
export const settleCardSetupAction = authorizedAction({
  permission: "billing.pay",
  schema: cardSetupSchema,
  handler: async ({ input, actor }): Promise<PaymentAnswer> => {
    const { status, decline } = await completeCardSetup({ actor, setupIntentId: input.reference, asDefault: true });
    revalidatePortal();
    if (status === "succeeded") return { status: "done", messageKey: null, url: null };
    if (status === "pending") return { status: "processing", messageKey: null, url: null };
    return { status: "refused", messageKey: decline ? explainDecline(decline).messageKey : "generic", url: null };
  },
});

/** Makes a saved card the one invoices are collected from. */
export const makeDefaultAction = authorizedAction({
  permission: "billing.pay",
  schema: paymentMethodSchema,
  handler: async ({ input, actor }): Promise<undefined> => {
    await makeDefault({ actor, paymentMethodId: input.paymentMethodId });
    revalidatePortal();
  },
});

/** Forgets a saved card. */
export const removeMethodAction = authorizedAction({
  permission: "billing.pay",
  schema: paymentMethodSchema,
  handler: async ({ input, actor }): Promise<undefined> => {
    await removePaymentMethod({ actor, paymentMethodId: input.paymentMethodId });
    revalidatePortal();
  },
});
