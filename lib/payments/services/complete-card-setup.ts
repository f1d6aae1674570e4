import "server-only";
import { and, eq } from "drizzle-orm";
import { paymentCustomer } from "@/db/schema/payments";
import { organizationTransaction, platformTransaction } from "@/db/transaction";
import type { Actor, OrganizationActor } from "@/lib/auth/actor";
import { AppError } from "@/lib/core/errors";
import { organizationNow } from "@/lib/organizations/queries/organization-now";
import { paymentGateway } from "@/lib/payments/adapters/payment-gateway-factory";
import type { CardSetup } from "@/lib/payments/payment-gateway";
import { savePaymentMethod } from "@/lib/payments/services/save-payment-method";
import { clock } from "@/lib/platform/clock";

export type CompletedCardSetup = {
  status: CardSetup["status"];
  paymentMethodId: string | null;
  decline: CardSetup["decline"];
};

/**
 * Keeps the card of a setup once the provider itself says it succeeded: the browser's word is not taken for it. The first card
 * becomes the default, a later one when asked.
 * @throws AppError not_found for a setup of anyone else's, provider_unavailable
 */
export async function completeCardSetup(request: {
  actor: OrganizationActor;
  setupIntentId: string;
  asDefault?: boolean;
}): Promise<CompletedCardSetup> {
  const { organizationId } = request.actor;
  const setup = await paymentGateway().retrieveSetupIntent(request.setupIntentId);
  return organizationTransaction(organizationId, async (tx) => {
    const owners = await tx
      .select({ id: paymentCustomer.id })
      .from(paymentCustomer)
      .where(
        and(
          eq(paymentCustomer.organizationId, organizationId),
          eq(paymentCustomer.provider, paymentGateway().provider),
          eq(paymentCustomer.providerCustomerId, setup.providerCustomerId ?? ""),
        ),
      );
    if (owners.length === 0) throw new AppError("not_found");
    if (setup.paymentMethod === null) return { status: setup.status, paymentMethodId: null, decline: setup.decline };

    const paymentMethodId = await savePaymentMethod(tx, {
      organizationId,
      provider: paymentGateway().provider,
      method: setup.paymentMethod,
      asDefault: request.asDefault ?? false,
      now: await organizationNow(tx, organizationId, clock.now()),
      actor: request.actor,
    });
    return { status: setup.status, paymentMethodId, decline: null };
  });
}

/** The same for the provider's own message, when the browser never came back. A setup that is not ours is left alone. */
export async function completeCardSetupFromEvent(request: { setupIntentId: string; actor: Actor }): Promise<void> {
  const gateway = paymentGateway();
  const setup = await gateway.retrieveSetupIntent(request.setupIntentId);
  const { paymentMethod: method, providerCustomerId } = setup;
  if (method === null || providerCustomerId === null) return;

  await platformTransaction(async (tx) => {
    const [owner] = await tx
      .select({ organizationId: paymentCustomer.organizationId })
      .from(paymentCustomer)
      .where(
        and(eq(paymentCustomer.provider, gateway.provider), eq(paymentCustomer.providerCustomerId, providerCustomerId)),
      );
    if (!owner) return;

    const { organizationId } = owner;
    const now = await organizationNow(tx, organizationId, clock.now());
    const { provider } = gateway;
    await savePaymentMethod(tx, { organizationId, provider, method, asDefault: false, now, actor: request.actor });
  });
}
