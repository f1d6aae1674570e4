import "server-only";
import { and, eq, isNull, ne } from "drizzle-orm";
import { organization } from "@/db/schema/organizations";
import { paymentMethod } from "@/db/schema/payments";
import type { Executor } from "@/db/transaction";
import { recordAudit } from "@/lib/audit/services/record-audit";
import type { Actor } from "@/lib/auth/actor";
import { newId } from "@/lib/core/ids";
import type { ProviderPaymentMethod } from "@/lib/payments/payment-gateway";

export type SavePaymentMethod = {
  organizationId: string;
  provider: string;
  method: ProviderPaymentMethod;
  /** Else it becomes the default only when there is none. */
  asDefault: boolean;
  now: Date;
  actor: Actor;
};

/**
 * Stores a method the provider holds, once, and returns our id of it; null for one the organization has removed since, which
 * no late message of the provider's brings back. The first one is the default.
 */
export async function savePaymentMethod(tx: Executor, request: SavePaymentMethod): Promise<string | null> {
  const { organizationId, provider, method } = request;
  // One organization's methods change one at a time: two at once could both find no default.
  await tx
    .select({ id: organization.id })
    .from(organization)
    .where(eq(organization.id, organizationId))
    .for("no key update");

  const shown = {
    kind: method.kind,
    brand: method.brand,
    last4: method.last4,
    expiryMonth: method.expiryMonth,
    expiryYear: method.expiryYear,
  };
  const { providerPaymentMethodId } = method;
  const inserted = await tx
    .insert(paymentMethod)
    .values({ id: newId(), organizationId, provider, providerPaymentMethodId, ...shown, isDefault: false })
    .onConflictDoNothing({ target: [paymentMethod.provider, paymentMethod.providerPaymentMethodId] })
    .returning({ id: paymentMethod.id });
  const id = inserted[0]?.id ?? (await existingId(tx, request));
  if (id === null) return null;

  if (inserted[0]) await recordAudit(tx, [auditOf(id, request)]);
  if (request.asDefault || !(await hasDefault(tx, organizationId))) await makeDefaultMethod(tx, organizationId, id);
  return id;
}

async function existingId(
  tx: Executor,
  { organizationId, provider, method }: SavePaymentMethod,
): Promise<string | null> {
  const [row] = await tx
    .select({ id: paymentMethod.id })
    .from(paymentMethod)
    .where(
      and(
        eq(paymentMethod.organizationId, organizationId),
        eq(paymentMethod.provider, provider),
        eq(paymentMethod.providerPaymentMethodId, method.providerPaymentMethodId),
        isNull(paymentMethod.detachedAt),
      ),
    );
  return row?.id ?? null;
}

async function hasDefault(tx: Executor, organizationId: string): Promise<boolean> {
  const rows = await tx
    .select({ id: paymentMethod.id })
    .from(paymentMethod)
    .where(
      and(
        eq(paymentMethod.organizationId, organizationId),
        eq(paymentMethod.isDefault, true),
        isNull(paymentMethod.detachedAt),
      ),
    );
  return rows.length > 0;
}

/** The old default goes first, as at most one row may be it at any moment. */
export async function makeDefaultMethod(tx: Executor, organizationId: string, id: string): Promise<void> {
  await tx
    .update(paymentMethod)
    .set({ isDefault: false })
    .where(
      and(
        eq(paymentMethod.organizationId, organizationId),
        eq(paymentMethod.isDefault, true),
        ne(paymentMethod.id, id),
      ),
    );
  await tx
    .update(paymentMethod)
    .set({ isDefault: true })
    .where(
      and(eq(paymentMethod.organizationId, organizationId), eq(paymentMethod.id, id), isNull(paymentMethod.detachedAt)),
    );
}

function auditOf(id: string, { organizationId, method, actor, now }: SavePaymentMethod) {
  return {
    organizationId,
    actor,
    action: "payment_method.added",
    entityType: "payment_method",
    entityId: id,
    detail: { kind: method.kind, brand: method.brand, last4: method.last4 },
    occurredAt: now,
  };
}
