import type Stripe from "stripe";

import { route } from "@/sandbox/stripe/http/route";
import { newId } from "@/sandbox/stripe/ids";
import type { UnitOfWork } from "@/sandbox/stripe/unit-of-work";

const TWO_DAYS_S = 2 * 24 * 60 * 60;

type Movement = {
  type: "charge" | "refund" | "refund_failure" | "adjustment";
  source: string;
  amountMinor: number;
  currency: string;
  description: string | null;
  feeMinor?: number;
  isAvailable?: boolean;
};

/** Stripe's price for a European card: 1.5 % and 25 minor units. */
export function cardFeeMinor(amountMinor: number): number {
  return Math.round((amountMinor * 15) / 1000) + 25;
}

export function recordMovement(work: UnitOfWork, movement: Movement): Stripe.BalanceTransaction {
  const { amountMinor, currency, feeMinor = 0, isAvailable = false } = movement;

  return work.put({
    id: newId("txn"),
    object: "balance_transaction",
    amount: amountMinor,
    available_on: work.now + (isAvailable ? 0 : TWO_DAYS_S),
    balance_type: "payments",
    created: work.now,
    currency,
    description: movement.description,
    exchange_rate: null,
    fee: feeMinor,
    fee_details:
      feeMinor === 0
        ? []
        : [
            {
              amount: feeMinor,
              application: null,
              currency,
              description: "Stripe processing fees",
              type: "stripe_fee",
            },
          ],
    net: amountMinor - feeMinor,
    reporting_category: movement.type,
    source: movement.source,
    status: isAvailable ? "available" : "pending",
    type: movement.type,
  });
}

export const balanceTransactionRoutes = [
  route({
    method: "GET",
    path: "/v1/balance_transactions/:id",
    params: {},
    handle: ({ work, id }) => work.retrieve("balance_transaction", id),
  }),
];
