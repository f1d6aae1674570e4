import "server-only";
import { and, eq } from "drizzle-orm";
import { paymentAttempt } from "@/db/schema/payments";
import type { Executor } from "@/db/transaction";
import { AppError } from "@/lib/core/errors";

/**
 * An organization's attempt, by our id or by the provider's id of its payment.
 * @throws AppError not_found, for anyone else's too
 */
export async function paymentAttemptOf(
  tx: Executor,
  organizationId: string,
  by: { attemptId: string } | { intentId: string },
): Promise<typeof paymentAttempt.$inferSelect> {
  const named =
    "attemptId" in by ? eq(paymentAttempt.id, by.attemptId) : eq(paymentAttempt.providerPaymentIntentId, by.intentId);
  const [attempt] = await tx
    .select()
    .from(paymentAttempt)
    .where(and(eq(paymentAttempt.organizationId, organizationId), named));
  if (!attempt) throw new AppError("not_found");
  return attempt;
}
