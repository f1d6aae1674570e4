import type Stripe from "stripe";

import { createdField, pageFields } from "@/sandbox/stripe/fields";
import { route } from "@/sandbox/stripe/http/route";
import { newId } from "@/sandbox/stripe/ids";
import { listObjects } from "@/sandbox/stripe/lists";
import { recordMovement } from "@/sandbox/stripe/objects/balance-transactions";
import { previousAttributes } from "@/sandbox/stripe/objects/changes";
import { cardOf } from "@/sandbox/stripe/objects/payment-method-use";
import { idOf } from "@/sandbox/stripe/objects/stored-object";
import type { UnitOfWork } from "@/sandbox/stripe/unit-of-work";
import { string } from "@/sandbox/stripe/validation";

/** What a dispute costs, in minor units. */
const DISPUTE_FEE_MINOR = 2_000;
const EVIDENCE_DAYS_S = 9 * 24 * 60 * 60;

/** The card holder disputes a charge; an inquiry takes no money yet. */
export async function openDispute(work: UnitOfWork, charge: Stripe.Charge): Promise<void> {
  await work.load([charge.payment_method]);
  const paymentMethod = work.peek(charge.payment_method ?? "");
  const kind = paymentMethod?.object === "payment_method" ? cardOf(work, paymentMethod).dispute : undefined;
  if (charge.disputed || kind === undefined) return;

  const id = newId("du");
  const isInquiry = kind === "inquiry";
  const movement = isInquiry
    ? null
    : recordMovement(work, {
        type: "adjustment",
        source: id,
        amountMinor: -charge.amount,
        currency: charge.currency,
        description: `Chargeback withdrawal for ${charge.id}`,
        feeMinor: DISPUTE_FEE_MINOR,
      });
  const dispute = work.put<Stripe.Dispute>({
    id,
    object: "dispute",
    amount: charge.amount,
    balance_transactions: movement === null ? [] : [movement],
    charge: charge.id,
    created: work.now,
    currency: charge.currency,
    enhanced_eligibility_types: [],
    evidence: {} as Stripe.Dispute.Evidence,
    evidence_details: {
      due_by: work.now + EVIDENCE_DAYS_S,
      enhanced_eligibility: {},
      has_evidence: false,
      past_due: false,
      submission_count: 0,
      submission_method: "not_submitted",
    },
    intended_submission_method: null,
    is_charge_refundable: isInquiry,
    livemode: false,
    metadata: {},
    payment_intent: idOf(charge.payment_intent),
    reason: kind === "product_not_received" ? "product_not_received" : "fraudulent",
    status: isInquiry ? "warning_needs_response" : "needs_response",
  });
  const after = work.put({ ...charge, disputed: !isInquiry });
  work.emit("charge.dispute.created", { object: dispute });
  if (isInquiry) return;

  work.emit("charge.dispute.funds_withdrawn", { object: dispute });
  work.emit("charge.updated", { object: after, previous: previousAttributes(charge, after) });
}

export const disputeRoutes = [
  route({
    method: "GET",
    path: "/v1/disputes",
    params: { ...pageFields, charge: string(), created: createdField, payment_intent: string() },
    handle: ({ work, params: { charge, created, payment_intent, ...page } }) =>
      listObjects(work.sql, { type: "dispute", url: "/v1/disputes", page, created, charge, payment_intent }),
  }),
  route({
    method: "GET",
    path: "/v1/disputes/:id",
    params: {},
    handle: ({ work, id }) => work.retrieve("dispute", id),
  }),
];
