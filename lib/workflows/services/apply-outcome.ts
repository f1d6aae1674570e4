import "server-only";
import { eq } from "drizzle-orm";
import { paymentAttempt } from "@/db/schema/payments";
import { platformTransaction } from "@/db/transaction";
import type { Actor } from "@/lib/auth/actor";
import { AppError } from "@/lib/core/errors";
import { organizationNow } from "@/lib/organizations/queries/organization-now";
import type { PaymentOutcome } from "@/lib/payments/payment-gateway";
import type { Settlement } from "@/lib/payments/services/settle-attempt";
import { clock } from "@/lib/platform/clock";
import { settlePayment } from "@/lib/workflows/settle-payment";

/**
 * Settles an attempt by an answer, in a transaction of its own, at its organization's now.
 * @throws AppError not_found
 */
export async function applyOutcome(answer: {
  attemptId: string;
  outcome: PaymentOutcome;
  actor: Actor;
}): Promise<Settlement> {
  return platformTransaction(async (tx) => {
    const [attempt] = await tx
      .select({ organizationId: paymentAttempt.organizationId })
      .from(paymentAttempt)
      .where(eq(paymentAttempt.id, answer.attemptId));
    if (!attempt) throw new AppError("not_found");

    const now = await organizationNow(tx, attempt.organizationId, clock.now());
    return settlePayment(tx, { ...answer, now });
  });
}
