import "server-only";
import { and, desc, eq, isNull } from "drizzle-orm";
import { organization } from "@/db/schema/organizations";
import { paymentMethod } from "@/db/schema/payments";
import { type Executor, organizationTransaction } from "@/db/transaction";
import { recordAudit } from "@/lib/audit/services/record-audit";
import type { OrganizationActor } from "@/lib/auth/actor";
import { AppError } from "@/lib/core/errors";
import { organizationNow } from "@/lib/organizations/queries/organization-now";
import { paymentGateway } from "@/lib/payments/adapters/payment-gateway-factory";
import { makeDefaultMethod } from "@/lib/payments/services/save-payment-method";
import { clock } from "@/lib/platform/clock";

/** `last_method`: nothing is left to collect the next invoice from; the page says so. */
export type RemovedPaymentMethod = { warning: "last_method" | null };

/**
 * Forgets a saved method, here first and then at the provider (who may be down: the method is then only unused there). The
 * newest of the others becomes the default.
 * @throws AppError not_found
 */
export async function removePaymentMethod({
  actor,
  paymentMethodId,
}: {
  actor: OrganizationActor;
  paymentMethodId: string;
}): Promise<RemovedPaymentMethod> {
  const { organizationId } = actor;
  const removed = await organizationTransaction(organizationId, async (tx) => {
    await tx
      .select({ id: organization.id })
      .from(organization)
      .where(eq(organization.id, organizationId))
      .for("no key update");
    const now = await organizationNow(tx, organizationId, clock.now());
    const [method] = await tx
      .update(paymentMethod)
      .set({ detachedAt: now, isDefault: false })
      .where(
        and(
          eq(paymentMethod.organizationId, organizationId),
          eq(paymentMethod.id, paymentMethodId),
          isNull(paymentMethod.detachedAt),
        ),
      )
      .returning();
    if (!method) throw new AppError("not_found");

    await recordAudit(tx, [
      {
        organizationId,
        actor,
        action: "payment_method.removed",
        entityType: "payment_method",
        entityId: method.id,
        detail: { kind: method.kind, brand: method.brand, last4: method.last4 },
        occurredAt: now,
      },
    ]);
    return { method, warning: await promoteNext(tx, organizationId) };
  });

  if (removed.method.provider === paymentGateway().provider)
    await detachQuietly(removed.method.providerPaymentMethodId);
  return { warning: removed.warning };
}

async function promoteNext(tx: Executor, organizationId: string): Promise<RemovedPaymentMethod["warning"]> {
  const [next] = await tx
    .select({ id: paymentMethod.id })
    .from(paymentMethod)
    .where(and(eq(paymentMethod.organizationId, organizationId), isNull(paymentMethod.detachedAt)))
    .orderBy(desc(paymentMethod.isDefault), desc(paymentMethod.createdAt))
    .limit(1);
  if (!next) return "last_method";

  await makeDefaultMethod(tx, organizationId, next.id);
  return null;
}

async function detachQuietly(providerPaymentMethodId: string): Promise<void> {
  try {
    await paymentGateway().detachPaymentMethod(providerPaymentMethodId);
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== "provider_unavailable") throw error;
  }
}
