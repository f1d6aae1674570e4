import "server-only";
import { and, eq, isNull } from "drizzle-orm";
import { paymentMethod } from "@/db/schema/payments";
import { organizationTransaction } from "@/db/transaction";
import { recordAudit } from "@/lib/audit/services/record-audit";
import type { OrganizationActor } from "@/lib/auth/actor";
import { AppError } from "@/lib/core/errors";
import { organizationNow } from "@/lib/organizations/queries/organization-now";
import { makeDefaultMethod } from "@/lib/payments/services/save-payment-method";
import { clock } from "@/lib/platform/clock";

/**
 * Makes a saved method the one that later invoices are collected from.
 * @throws AppError not_found
 */
export async function makeDefault({
  actor,
  paymentMethodId,
}: {
  actor: OrganizationActor;
  paymentMethodId: string;
}): Promise<void> {
  const { organizationId } = actor;
  await organizationTransaction(organizationId, async (tx) => {
    const [method] = await tx
      .select({ id: paymentMethod.id, isDefault: paymentMethod.isDefault })
      .from(paymentMethod)
      .where(
        and(
          eq(paymentMethod.organizationId, organizationId),
          eq(paymentMethod.id, paymentMethodId),
          isNull(paymentMethod.detachedAt),
        ),
      )
      .for("update");
    if (!method) throw new AppError("not_found");
    if (method.isDefault) return;

    await makeDefaultMethod(tx, organizationId, method.id);
    await recordAudit(tx, [
      {
        organizationId,
        actor,
        action: "payment_method.made_default",
        entityType: "payment_method",
        entityId: method.id,
        occurredAt: await organizationNow(tx, organizationId, clock.now()),
      },
    ]);
  });
}
