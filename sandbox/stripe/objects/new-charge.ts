import type Stripe from "stripe";

import { cardOf } from "@/sandbox/stripe/objects/payment-method-use";
import type { Decline } from "@/sandbox/stripe/declines";
import { newId } from "@/sandbox/stripe/ids";
import { cardFeeMinor, recordMovement } from "@/sandbox/stripe/objects/balance-transactions";
import { idOf } from "@/sandbox/stripe/objects/stored-object";
import type { UnitOfWork } from "@/sandbox/stripe/unit-of-work";

type Attempt = {
  intent: Stripe.PaymentIntent;
  paymentMethod: Stripe.PaymentMethod;
  decline?: Decline;
  isCaptured: boolean;
  authenticated: boolean;
};

/** The charge of one attempt to pay, approved or declined; its money is recorded by the caller. */
export function newCharge(work: UnitOfWork, attempt: Attempt): Stripe.Charge {
  const { intent, paymentMethod, decline, isCaptured } = attempt;
  const isPaid = decline === undefined;

  return work.put({
    id: newId("ch"),
    object: "charge",
    amount: intent.amount,
    amount_captured: isPaid && isCaptured ? intent.amount : 0,
    amount_refunded: 0,
    application: null,
    application_fee: null,
    application_fee_amount: null,
    balance_transaction: null,
    billing_details: paymentMethod.billing_details,
    calculated_statement_descriptor: intent.statement_descriptor ?? "NEW CONCIERGE SANDBOX",
    captured: isPaid && isCaptured,
    created: work.now,
    currency: intent.currency,
    customer: idOf(intent.customer),
    description: intent.description,
    disputed: false,
    failure_balance_transaction: null,
    failure_code: decline?.code ?? null,
    failure_message: decline?.message ?? null,
    fraud_details: {},
    livemode: false,
    metadata: intent.metadata,
    on_behalf_of: null,
    outcome: outcomeOf(decline),
    paid: isPaid,
    payment_intent: intent.id,
    payment_method: paymentMethod.id,
    payment_method_details: { card: cardDetails(attempt), type: "card" },
    receipt_email: intent.receipt_email,
    receipt_number: null,
    receipt_url: null,
    refunded: false,
    review: null,
    shipping: intent.shipping,
    source: null,
    source_transfer: null,
    statement_descriptor: intent.statement_descriptor,
    statement_descriptor_suffix: intent.statement_descriptor_suffix,
    status: isPaid ? "succeeded" : "failed",
    transfer_data: null,
    transfer_group: intent.transfer_group,
  });
}

/** Records the money of a captured charge, less Stripe's fee, and points the charge to it. */
export function settleCharge(work: UnitOfWork, charge: Stripe.Charge): Stripe.Charge {
  const paymentMethod = work.peek(charge.payment_method ?? "");
  const isAvailable =
    paymentMethod?.object === "payment_method" && (cardOf(work, paymentMethod).bypassesPending ?? false);
  const movement = recordMovement(work, {
    type: "charge",
    source: charge.id,
    amountMinor: charge.amount_captured,
    currency: charge.currency,
    description: charge.description,
    feeMinor: cardFeeMinor(charge.amount_captured),
    isAvailable,
  });

  return work.put({ ...charge, balance_transaction: movement.id });
}

function outcomeOf(decline: Decline | undefined): Stripe.Charge.Outcome {
  const reason = decline === undefined ? null : (decline.declineCode ?? decline.code);

  return {
    advice_code: decline?.adviceCode ?? null,
    network_advice_code: null,
    network_decline_code: null,
    network_status: decline === undefined ? "approved_by_network" : "declined_by_network",
    reason,
    risk_level: "normal",
    risk_score: 20,
    seller_message:
      decline === undefined ? "Payment complete." : "The bank did not return any further details with this decline.",
    type: decline === undefined ? "authorized" : "issuer_declined",
  };
}

function cardDetails(attempt: Attempt): Stripe.Charge.PaymentMethodDetails.Card {
  const { intent, paymentMethod, decline, authenticated } = attempt;
  const card = paymentMethod.card;

  return {
    amount_authorized: decline === undefined ? intent.amount : null,
    authorization_code: decline === undefined ? "123456" : null,
    brand: card?.brand ?? null,
    checks: {
      address_line1_check: null,
      address_postal_code_check: null,
      cvc_check: decline?.code === "incorrect_cvc" ? "fail" : (card?.checks?.cvc_check ?? null),
    },
    country: card?.country ?? null,
    electronic_commerce_indicator: authenticated ? "05" : null,
    exp_month: card?.exp_month ?? 12,
    exp_year: card?.exp_year ?? 2030,
    fingerprint: card?.fingerprint ?? null,
    funding: card?.funding ?? null,
    installments: null,
    last4: card?.last4 ?? null,
    mandate: null,
    network: card?.brand ?? null,
    network_transaction_id: null,
    regulated_status: "unregulated",
    three_d_secure: authenticated
      ? {
          authentication_flow: "challenge",
          electronic_commerce_indicator: "05",
          exemption_indicator: null,
          result: "authenticated",
          result_reason: null,
          transaction_id: null,
          version: "2.2.0",
        }
      : null,
    transaction_link_id: null,
    wallet: null,
  };
}
