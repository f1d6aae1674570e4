import "server-only";
import { eq } from "drizzle-orm";
import { invoice } from "@/db/schema/invoicing";
import { type Executor, platformTransaction } from "@/db/transaction";
import type { Actor } from "@/lib/auth/actor";
import { AppError } from "@/lib/core/errors";
import { organizationNow } from "@/lib/organizations/queries/organization-now";
import { paymentGateway } from "@/lib/payments/adapters/payment-gateway-factory";
import { isOpenAttempt } from "@/lib/payments/attempt";
import { chargeRequest } from "@/lib/payments/charge-request";
import type { ChargeRequest } from "@/lib/payments/payment-gateway";
import { chargeableMethod } from "@/lib/payments/queries/payment-methods";
import { type BegunAttempt, beginAttempt } from "@/lib/payments/services/begin-attempt";
import { ensurePaymentCustomer } from "@/lib/payments/services/ensure-payment-customer";
import type { SettlementKind } from "@/lib/payments/services/settle-attempt";
import { clock } from "@/lib/platform/clock";
import { settlePayment } from "@/lib/workflows/settle-payment";
import { applyOutcome } from "@/lib/workflows/services/apply-outcome";
import { freeFromOpenAttempt } from "@/lib/workflows/services/free-from-open-attempt";

export type Collection = { invoiceId: string; attemptNumber: number; actor?: Actor };

/** What became of it, or why nothing was tried (`waiting`: this very attempt is still open at the provider). */
export type CollectionResult = SettlementKind | "exists" | "not_payable" | "below_minimum" | "waiting";

type Begun =
  | { kind: "charge"; attemptId: string; charge: ChargeRequest }
  | { kind: "settled"; result: CollectionResult }
  | Exclude<BegunAttempt, { kind: "begun" }>;

/**
 * Collects an open invoice from the default method, off-session. Nothing happens when the attempt of this number was made
 * before or the invoice takes no payment; without a method the attempt fails as `no_payment_method`.
 * @throws AppError not_found; payment_unknown while another attempt is open, to be tried again later
 */
export async function collectPayment(request: Collection): Promise<CollectionResult> {
  const actor = request.actor ?? { kind: "system" };
  const organizationId = await organizationOf(request.invoiceId);
  const providerCustomerId = await ensurePaymentCustomer(organizationId);
  const begin = (): Promise<Begun> =>
    platformTransaction((tx) => beginCollection(tx, { ...request, organizationId, providerCustomerId, actor }));

  let begun = await begin();
  if (begun.kind === "open") {
    const { attemptId, attemptNumber } = begun;
    const status = await freeFromOpenAttempt({ attemptId, actor, takeOver: "abandoned" });
    if (isOpenAttempt(status) && attemptNumber === request.attemptNumber) return "waiting";
    begun = await begin();
  }

  switch (begun.kind) {
    case "charge": {
      const outcome = await paymentGateway().charge(begun.charge);
      return (await applyOutcome({ attemptId: begun.attemptId, outcome, actor })).kind;
    }
    case "settled":
      return begun.result;
    case "open":
      throw new AppError("payment_unknown", { message: `attempt ${begun.attemptId} is open` });
    case "exists":
    case "not_payable":
    case "below_minimum":
      return begun.kind;
  }
}

async function organizationOf(invoiceId: string): Promise<string> {
  const [row] = await platformTransaction((tx) =>
    tx.select({ organizationId: invoice.organizationId }).from(invoice).where(eq(invoice.id, invoiceId)),
  );
  if (!row) throw new AppError("not_found");
  return row.organizationId;
}

async function beginCollection(
  tx: Executor,
  request: Collection & { organizationId: string; providerCustomerId: string; actor: Actor },
): Promise<Begun> {
  const { organizationId, invoiceId, attemptNumber, providerCustomerId, actor } = request;
  const now = await organizationNow(tx, organizationId, clock.now());
  const method = await chargeableMethod(tx, { organizationId, provider: paymentGateway().provider });
  const begun = await beginAttempt(tx, {
    organizationId,
    invoiceId,
    session: "off_session",
    payable: ["open"],
    paymentMethodId: method?.id ?? null,
    now,
    attemptNumber,
  });
  if (begun.kind !== "begun") return begun;

  const { attempt } = begun;
  if (method) {
    const { providerPaymentMethodId } = method;
    const charge = chargeRequest(attempt, {
      invoiceNumber: begun.invoice.number,
      providerCustomerId,
      providerPaymentMethodId,
    });
    return { kind: "charge", attemptId: attempt.id, charge };
  }
  const decline = { code: "no_payment_method", declineCode: null, message: "No payment method is saved." };
  const settled = await settlePayment(tx, {
    attemptId: attempt.id,
    outcome: { status: "failed", decline },
    now,
    actor,
  });
  return { kind: "settled", result: settled.kind };
}
