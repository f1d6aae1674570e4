import { and, desc, eq, inArray } from "drizzle-orm";
import { invoice } from "@/db/schema/invoicing";
import { organizationTransaction } from "@/db/transaction";
import type { DemoWorld } from "@/db/seed/demo/demo-world";
import type { DemoCard } from "@/db/seed/demo/stories";
import type { OrganizationActor } from "@/lib/auth/actor";
import { completeCardSetup } from "@/lib/payments/services/complete-card-setup";
import { startCardSetup } from "@/lib/payments/services/start-card-setup";
import { payInvoice } from "@/lib/workflows/services/pay-invoice";
import { refreshPaymentAttempt } from "@/lib/workflows/services/refresh-payment-attempt";
import { startOnSessionPayment } from "@/lib/workflows/services/start-on-session-payment";

/** Saves a card and makes it the default, as the card form does: a SetupIntent, confirmed in the browser, read back. */
export async function addCard(world: DemoWorld, actor: OrganizationActor, card: DemoCard): Promise<void> {
  const { setupIntentId } = await startCardSetup({ actor });
  await world.stripe.setupIntents.confirm(setupIntentId, { payment_method: card });
  await completeCardSetup({ actor, setupIntentId, asDefault: true });
}

/** Pays a draft on-session with a new card, which stays for the months to come. */
export async function payDraft(world: DemoWorld, actor: OrganizationActor, invoiceId: string): Promise<void> {
  const payment = await startOnSessionPayment({ actor, invoiceId });
  const intentId = payment.clientSecret.slice(0, payment.clientSecret.indexOf("_secret_"));
  await world.stripe.paymentIntents.confirm(intentId, { payment_method: "pm_card_visa" });
  await refreshPaymentAttempt({ actor, attemptId: payment.attemptId });
}

/** Pays all that is owed with the default card, as "Pay now" does. */
export async function payOpenInvoices(actor: OrganizationActor): Promise<void> {
  const open = await organizationTransaction(actor.organizationId, (tx) =>
    tx
      .select({ id: invoice.id })
      .from(invoice)
      .where(and(eq(invoice.organizationId, actor.organizationId), inArray(invoice.status, ["open", "uncollectible"])))
      .orderBy(desc(invoice.issuedAt)),
  );
  for (const { id } of open) await payInvoice({ actor, invoiceId: id });
}
