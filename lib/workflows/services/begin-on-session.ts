import "server-only";
import { and, eq, isNull } from "drizzle-orm";
import { pendingChange } from "@/db/schema/billing";
import { invoice } from "@/db/schema/invoicing";
import { type Executor, organizationTransaction } from "@/db/transaction";
import type { OrganizationActor } from "@/lib/auth/actor";
import { AppError } from "@/lib/core/errors";
import { organizationNow } from "@/lib/organizations/queries/organization-now";
import { beginAttempt, type BegunAttempt } from "@/lib/payments/services/begin-attempt";
import { clock } from "@/lib/platform/clock";
import { freeFromOpenAttempt } from "@/lib/workflows/services/free-from-open-attempt";

type Begun = Extract<BegunAttempt, { kind: "begun" }>;

export type OnSessionAttempt = {
  actor: OrganizationActor;
  invoiceId: string;
  /** A saved method, or null for a card the payer enters. */
  paymentMethodId: string | null;
};

/**
 * Writes the attempt of a payer in front of the page: on an open invoice, one written off, or the draft of a first payment that
 * has not lapsed. A payment left half-way before is cancelled; one the provider is still working on must end first.
 * @throws AppError not_found; payment_unknown; conflict when nothing is due; invalid_input under the provider's minimum
 */
export async function beginOnSession(request: OnSessionAttempt): Promise<Begun> {
  const { actor } = request;
  const begin = (): Promise<BegunAttempt> =>
    organizationTransaction(actor.organizationId, (tx) => beginFor(tx, request));

  let begun = await begin();
  if (begun.kind === "open") {
    await freeFromOpenAttempt({ attemptId: begun.attemptId, actor, takeOver: "any" });
    begun = await begin();
  }
  switch (begun.kind) {
    case "begun":
      return begun;
    case "open":
      throw new AppError("payment_unknown", { message: `attempt ${begun.attemptId} is open` });
    case "below_minimum":
      throw new AppError("invalid_input", { message: "under the provider's minimum; joins the next collection" });
    case "exists":
    case "not_payable":
      throw new AppError("conflict", { message: "nothing is due on this invoice" });
  }
}

async function beginFor(tx: Executor, request: OnSessionAttempt): Promise<BegunAttempt> {
  const { actor, invoiceId, paymentMethodId } = request;
  const { organizationId } = actor;
  const now = await organizationNow(tx, organizationId, clock.now());
  if (!(await isOffered(tx, { organizationId, invoiceId, now }))) return { kind: "not_payable", status: "draft" };

  return beginAttempt(tx, {
    organizationId,
    invoiceId,
    session: "on_session",
    payable: ["draft", "open", "uncollectible"],
    paymentMethodId,
    now,
  });
}

/** A draft is paid only while the change it was drafted for waits for that payment. */
async function isOffered(tx: Executor, of: { organizationId: string; invoiceId: string; now: Date }): Promise<boolean> {
  const [due] = await tx
    .select({ status: invoice.status, subscriptionId: invoice.subscriptionId })
    .from(invoice)
    .where(and(eq(invoice.organizationId, of.organizationId), eq(invoice.id, of.invoiceId)));
  if (!due) throw new AppError("not_found");
  if (due.status !== "draft") return true;
  if (!due.subscriptionId) return false;

  const waiting = await tx
    .select({ draft: pendingChange.draft, expiresAt: pendingChange.expiresAt })
    .from(pendingChange)
    .where(
      and(
        eq(pendingChange.subscriptionId, due.subscriptionId),
        isNull(pendingChange.appliedAt),
        isNull(pendingChange.droppedAt),
      ),
    );
  return waiting.some(({ draft, expiresAt }) => draft.invoiceId === of.invoiceId && expiresAt > of.now);
}
