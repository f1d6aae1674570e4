import "server-only";
import { and, eq, gt, isNull } from "drizzle-orm";
import { billingPeriod, pendingChange } from "@/db/schema/billing";
import { organization } from "@/db/schema/organizations";
import { type Executor, organizationTransaction } from "@/db/transaction";
import type { OrganizationActor } from "@/lib/auth/actor";
import type { Localized } from "@/lib/core/locale";
import type { PaymentState } from "@/lib/invoicing/invoice";
import type { InvoiceView } from "@/lib/invoicing/invoice-view";
import { invoiceView } from "@/lib/invoicing/queries/invoice-view";
import { organizationNow } from "@/lib/organizations/queries/organization-now";
import { isChargeable } from "@/lib/payments/attempt";
import { paymentState } from "@/lib/payments/payment-state";
import { type InvoiceAttempt, invoiceAttempts } from "@/lib/payments/queries/invoice-attempts";
import { type SavedPaymentMethod, savedPaymentMethods } from "@/lib/payments/queries/payment-methods";

/** Whether an invoice can be paid now. `lapsed`: the draft of a first payment that came too late or was dropped. */
export type Payability = "payable" | "settled" | "lapsed" | "below_minimum";

export type InvoicePage = {
  invoice: InvoiceView;
  timeZone: string;
  state: PaymentState;
  payability: Payability;
  /** The plan that began with it; null when it is of one that ran already. */
  startsPlan: Localized | null;
  /** Every try to pay it, the first one first. */
  attempts: InvoiceAttempt[];
  /** The cards it can be paid with, the default first. */
  methods: SavedPaymentMethod[];
};

/** An organization's invoice, or the draft of its first one, with its payments; null for anyone else's. */
export function invoicePage(
  actor: OrganizationActor,
  { invoiceId, wallClock }: { invoiceId: string; wallClock: Date },
): Promise<InvoicePage | null> {
  const { organizationId } = actor;
  return organizationTransaction(
    organizationId,
    async (tx) => {
      const invoice = await invoiceView(tx, { organizationId, invoiceId });
      if (!invoice) return null;

      const attempts = await invoiceAttempts(tx, { organizationId, invoiceId });
      const [home] = await tx
        .select({ timeZone: organization.timeZone })
        .from(organization)
        .where(eq(organization.id, organizationId));
      const now = await organizationNow(tx, organizationId, wallClock);
      return {
        invoice,
        timeZone: home?.timeZone ?? "UTC",
        state: paymentState({ status: invoice.status, amountPaidMinor: invoice.paidMinor, attempts }),
        payability: await payabilityOf(tx, { invoice, now }),
        startsPlan: await startedPlan(tx, invoice),
        attempts,
        methods: await savedPaymentMethods(tx, organizationId),
      };
    },
    { accessMode: "read only" },
  );
}

/** A first payment bills the very period it opens; every later invoice bills the period after the one it closes. */
async function startedPlan(tx: Executor, { billingPeriodId, lines }: InvoiceView): Promise<Localized | null> {
  const recurring = lines.find(({ explanation }) => explanation.kind === "recurring");
  if (billingPeriodId === null || recurring?.explanation.kind !== "recurring") return null;

  const [opened] = await tx
    .select({ startsOn: billingPeriod.startsOn })
    .from(billingPeriod)
    .where(and(eq(billingPeriod.id, billingPeriodId), eq(billingPeriod.sequence, 1)));
  return opened?.startsOn === recurring.servicePeriod.start ? recurring.explanation.planName : null;
}

async function payabilityOf(tx: Executor, of: { invoice: InvoiceView; now: Date }): Promise<Payability> {
  const { id, status, dueMinor, currency, subscriptionId } = of.invoice;
  if (status === "paid" || status === "void" || dueMinor <= 0) return "settled";
  if (status === "draft" && !(await isAwaited(tx, { invoiceId: id, subscriptionId, now: of.now }))) return "lapsed";
  return isChargeable(dueMinor, currency) ? "payable" : "below_minimum";
}

/** Whether the change a draft was made for still waits for its payment. */
async function isAwaited(
  tx: Executor,
  of: { invoiceId: string; subscriptionId: string | null; now: Date },
): Promise<boolean> {
  if (of.subscriptionId === null) return false;
  const waiting = await tx
    .select({ draft: pendingChange.draft })
    .from(pendingChange)
    .where(
      and(
        eq(pendingChange.subscriptionId, of.subscriptionId),
        isNull(pendingChange.appliedAt),
        isNull(pendingChange.droppedAt),
        gt(pendingChange.expiresAt, of.now),
      ),
    );
  return waiting.some(({ draft }) => draft.invoiceId === of.invoiceId);
}
