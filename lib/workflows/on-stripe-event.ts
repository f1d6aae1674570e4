import "server-only";
import { eq } from "drizzle-orm";
import { webhookEvent } from "@/db/schema/payments";
import { platformTransaction } from "@/db/transaction";
import type { Actor } from "@/lib/auth/actor";
import { AppError } from "@/lib/core/errors";
import type { ClaimedMessage } from "@/lib/outbox/services/claim-outbox";
import { paymentGateway } from "@/lib/payments/adapters/payment-gateway-factory";
import { completeCardSetupFromEvent } from "@/lib/payments/services/complete-card-setup";
import { clock } from "@/lib/platform/clock";
import { eventPayload } from "@/lib/workflows/message-payload";
import { settleByIntent } from "@/lib/workflows/services/settle-by-intent";

const ACTOR: Actor = { kind: "webhook" };

/**
 * Works on a stored event: reads its object from the provider again and applies that. What the event itself said is not used,
 * so events may come twice, late and in any order.
 * @throws AppError provider_unavailable, to be tried again later
 */
export async function onStripeEvent(message: ClaimedMessage): Promise<void> {
  const { webhookEventId } = eventPayload.parse(message.payload);
  const [event] = await platformTransaction((tx) =>
    tx.select().from(webhookEvent).where(eq(webhookEvent.id, webhookEventId)),
  );
  if (!event) throw new AppError("not_found");
  if (event.processedAt !== null) return;

  if (event.objectId !== null && event.type.startsWith("payment_intent.")) await settleIntent(event.objectId);
  if (event.objectId !== null && event.type === "setup_intent.succeeded") {
    await completeCardSetupFromEvent({ setupIntentId: event.objectId, actor: ACTOR });
  }
  await platformTransaction((tx) =>
    tx.update(webhookEvent).set({ processedAt: clock.now() }).where(eq(webhookEvent.id, webhookEventId)),
  );
}

async function settleIntent(intentId: string): Promise<void> {
  const outcome = await paymentGateway().retrieveIntent(intentId);
  if (outcome.status === "unknown") {
    throw new AppError("provider_unavailable", { message: `${intentId} could not be read` });
  }
  await settleByIntent({ intentId, outcome, actor: ACTOR });
}
