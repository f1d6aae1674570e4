import "server-only";
import { and, desc, eq, isNull } from "drizzle-orm";
import { paymentMethod } from "@/db/schema/payments";
import type { Executor } from "@/db/transaction";

export type SavedPaymentMethod = {
  id: string;
  /** The provider's word: card, sepa_debit … */
  kind: string;
  brand: string | null;
  last4: string | null;
  expiryMonth: number | null;
  expiryYear: number | null;
  isDefault: boolean;
};

/** The organization's saved methods, the default first. */
export async function savedPaymentMethods(tx: Executor, organizationId: string): Promise<SavedPaymentMethod[]> {
  return tx
    .select({
      id: paymentMethod.id,
      kind: paymentMethod.kind,
      brand: paymentMethod.brand,
      last4: paymentMethod.last4,
      expiryMonth: paymentMethod.expiryMonth,
      expiryYear: paymentMethod.expiryYear,
      isDefault: paymentMethod.isDefault,
    })
    .from(paymentMethod)
    .where(and(eq(paymentMethod.organizationId, organizationId), isNull(paymentMethod.detachedAt)))
    .orderBy(desc(paymentMethod.isDefault), desc(paymentMethod.createdAt));
}

export type ChargeableMethod = { id: string; providerPaymentMethodId: string };

/** The method to charge: the one asked for, else the default; null when the organization has none at this provider. */
export async function chargeableMethod(
  tx: Executor,
  of: { organizationId: string; provider: string; paymentMethodId?: string | undefined },
): Promise<ChargeableMethod | null> {
  const [method] = await tx
    .select({ id: paymentMethod.id, providerPaymentMethodId: paymentMethod.providerPaymentMethodId })
    .from(paymentMethod)
    .where(
      and(
        eq(paymentMethod.organizationId, of.organizationId),
        eq(paymentMethod.provider, of.provider),
        isNull(paymentMethod.detachedAt),
        of.paymentMethodId === undefined ? eq(paymentMethod.isDefault, true) : eq(paymentMethod.id, of.paymentMethodId),
      ),
    );
  return method ?? null;
}
