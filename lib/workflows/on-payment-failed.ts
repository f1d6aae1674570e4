import "server-only";
import { assert } from "@/lib/core/assert";
import { platformTransaction } from "@/db/transaction";
import type { ClaimedMessage } from "@/lib/outbox/services/claim-outbox";
import { enqueueOutbox } from "@/lib/outbox/services/enqueue-outbox";
import { mailMessage } from "@/lib/workflows/mail-message";
import { attemptPayload } from "@/lib/workflows/message-payload";

/** The mail that says why and how to pay. (The subscription became past due with the refusal itself.) */
export async function onPaymentFailed(message: ClaimedMessage): Promise<void> {
  const { attemptId, invoiceId } = attemptPayload.parse(message.payload);
  const { organizationId } = message;
  assert(organizationId, "a failed payment is always somebody's");
  await platformTransaction((tx) =>
    enqueueOutbox(tx, [
      mailMessage({ organizationId, aggregateId: invoiceId, topic: "payment-failed", entityId: attemptId }),
    ]),
  );
}
