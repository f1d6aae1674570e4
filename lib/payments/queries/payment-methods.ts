import "server-only";
import { and, desc, eq, isNull } from "drizzle-orm";
import { paymentMethod } from "@/db/schema/payments";
import type { Executor } from "@/db/transaction";

export type PaymentMethodView = {
  id: string;
  kind: string;
  brand: string | null;
  last4: string | null;
  expiryMonth: number | null;
  expiryYear: number | null;
  isDefault: boolean;
};

/** The organization's payment methods, the default one first. */
export async function paymentMethods(tx: Executor, organizationId: string): Promise<PaymentMethodView[]> {
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
