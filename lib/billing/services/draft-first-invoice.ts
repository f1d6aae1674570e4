import "server-only";
import { pendingChange } from "@/db/schema/billing";
import type { Executor } from "@/db/transaction";
import { cycleInvoiceDraft } from "@/lib/billing/invoice-draft";
import { rateCycle } from "@/lib/billing/rate-cycle";
import { cycleContexts } from "@/lib/billing/queries/cycle-contexts";
import { AppError } from "@/lib/core/errors";
import { newId } from "@/lib/core/ids";
import { saveDraftInvoice } from "@/lib/invoicing/services/save-draft-invoice";

/** A first payment that is not made within 23 hours is dropped: a PaymentIntent's idempotency is kept for 24. */
const PENDING_HOURS = 23;

/** Drafts, without a number, the invoice of a subscription's first period, and notes the change that waits for its payment. */
export async function draftFirstInvoice(tx: Executor, request: { subscriptionId: string; now: Date }): Promise<string> {
  const [cycle] = await cycleContexts(tx, { subscriptionId: request.subscriptionId });
  if (!cycle) throw new AppError("not_found");
  const context = cycle.context();
  const result = rateCycle(context);
  const draft = cycleInvoiceDraft({
    ...cycle,
    id: newId(),
    customer: cycle.organization,
    billingPeriodId: newId(),
    planName: context.subscription.planName,
    tax: context.tax,
    result,
  });

  await saveDraftInvoice(tx, draft);
  await tx.insert(pendingChange).values({
    organizationId: draft.organizationId,
    subscriptionId: request.subscriptionId,
    kind: "first_payment",
    draft: { invoiceId: draft.id, nextPeriod: result.nextPeriod },
    expiresAt: new Date(request.now.getTime() + PENDING_HOURS * 3_600_000),
  });
  return draft.id;
}
