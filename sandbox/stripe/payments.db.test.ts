import type Stripe from "stripe";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

import { idOf } from "@/sandbox/stripe/objects/stored-object";
import { eventually, failureOf, startTestSandbox, type TestSandbox } from "@/sandbox/stripe/testing/start-test-sandbox";

let sandbox: TestSandbox;
let stripe: Stripe;
let customer: string;

beforeAll(async () => {
  sandbox = await startTestSandbox();
  ({ stripe } = sandbox);
  customer = (await stripe.customers.create({ name: "Οδός Ανθέων 7" })).id;
});
afterAll(() => sandbox.stop());

const offSession = (paymentMethod: string, extra: Partial<Stripe.PaymentIntentCreateParams> = {}) =>
  stripe.paymentIntents.create({
    amount: 1_999,
    currency: "eur",
    customer,
    payment_method: paymentMethod,
    off_session: true,
    confirm: true,
    ...extra,
  });

describe("an approved payment", () => {
  it("succeeds off session and books its money a moment later, less the fee", async () => {
    const card = await stripe.paymentMethods.attach("pm_card_visa", { customer });
    const intent = await offSession(card.id, { expand: ["latest_charge"], metadata: { attempt: "1" } });
    const charge = intent.latest_charge as Stripe.Charge;

    expect(intent).toMatchObject({ status: "succeeded", amount_received: 1_999, payment_method: card.id });
    expect(charge).toMatchObject({ paid: true, captured: true, balance_transaction: null, metadata: { attempt: "1" } });

    const settled = await eventually(async () => {
      const now = await stripe.charges.retrieve(charge.id, { expand: ["balance_transaction"] });

      return now.balance_transaction === null ? undefined : (now.balance_transaction as Stripe.BalanceTransaction);
    });
    expect(settled).toMatchObject({ amount: 1_999, fee: 55, net: 1_944, source: charge.id, type: "charge" });
    expect(await stripe.balanceTransactions.retrieve(settled.id)).toMatchObject({ net: 1_944 });
  });

  it("is confirmed in a second step, and not twice", async () => {
    const intent = await stripe.paymentIntents.create({
      amount: 500,
      currency: "eur",
      allowed_payment_method_types: ["card"],
    });
    expect(intent).toMatchObject({ status: "requires_payment_method", payment_method_types: ["card"] });

    const done = await stripe.paymentIntents.confirm(intent.id, { payment_method: "pm_card_mastercard" });
    expect(done.status).toBe("succeeded");

    const again = await failureOf(stripe.paymentIntents.confirm(intent.id, { payment_method: "pm_card_visa" }));
    expect(again).toMatchObject({ statusCode: 400, code: "payment_intent_unexpected_state" });
    expect(again.payment_intent?.id).toBe(intent.id);
  });

  it("can be authorized, captured in part, and released", async () => {
    const manual = { capture_method: "manual" } as const;
    const first = await offSession("pm_card_visa", manual);
    expect(first).toMatchObject({ status: "requires_capture", amount_capturable: 1_999, amount_received: 0 });

    expect((await failureOf(stripe.paymentIntents.capture(first.id, { amount_to_capture: 2_000 }))).statusCode).toBe(
      400,
    );
    const captured = await stripe.paymentIntents.capture(first.id, { amount_to_capture: 1_500 });
    expect(captured).toMatchObject({ status: "succeeded", amount_received: 1_500, amount_capturable: 0 });
    expect((await failureOf(stripe.paymentIntents.capture(first.id))).code).toBe("payment_intent_unexpected_state");

    const second = await offSession("pm_card_visa", manual);
    const canceled = await stripe.paymentIntents.cancel(second.id, { cancellation_reason: "requested_by_customer" });
    expect(canceled).toMatchObject({ status: "canceled", cancellation_reason: "requested_by_customer" });
    expect((await failureOf(stripe.paymentIntents.cancel(captured.id))).code).toBe("payment_intent_unexpected_state");
  });

  it("is updated while it is open", async () => {
    const intent = await stripe.paymentIntents.create({ amount: 500, currency: "eur", metadata: { a: "1", b: "2" } });
    const updated = await stripe.paymentIntents.update(intent.id, {
      amount: 700,
      metadata: { b: "", c: "3" },
      payment_method: "pm_card_visa",
    });

    expect(updated).toMatchObject({ amount: 700, status: "requires_confirmation", metadata: { a: "1", c: "3" } });
    expect(updated.metadata).not.toHaveProperty("b");
  });
});

describe("a declined payment", () => {
  const atAttach = [
    ["pm_card_visa_chargeDeclined", "card_declined", "generic_decline"],
    ["pm_card_visa_chargeDeclinedInsufficientFunds", "card_declined", "insufficient_funds"],
    ["pm_card_visa_chargeDeclinedLostCard", "card_declined", "lost_card"],
    ["pm_card_chargeDeclinedExpiredCard", "expired_card", undefined],
    ["pm_card_chargeDeclinedIncorrectCvc", "incorrect_cvc", undefined],
    ["pm_card_chargeDeclinedProcessingError", "processing_error", undefined],
  ] as const;

  it.each(atAttach)("%s answers 402 when charged and when attached", async (card, code, declineCode) => {
    const failure = await failureOf(offSession(card));
    expect(failure).toMatchObject({ type: "StripeCardError", statusCode: 402, code });
    expect(failure.decline_code).toBe(declineCode ?? "");
    expect(failure.payment_intent).toMatchObject({
      status: "requires_payment_method",
      payment_method: null,
      last_payment_error: { code, type: "card_error", charge: failure.charge },
    });
    expect(failure.payment_method?.type).toBe("card");

    const charge = await stripe.charges.retrieve(failure.charge ?? "");
    expect(charge).toMatchObject({ status: "failed", paid: false, failure_code: code });
    expect(await failureOf(stripe.paymentMethods.attach(card, { customer }))).toMatchObject({ statusCode: 402, code });
  });

  it("leaves an intent that can be paid with another card", async () => {
    const failure = await failureOf(offSession("pm_card_visa_chargeDeclined"));
    const intent = await stripe.paymentIntents.confirm(failure.payment_intent?.id ?? "", {
      payment_method: "pm_card_visa",
      off_session: true,
    });

    expect(intent).toMatchObject({ status: "succeeded", last_payment_error: null });
    const charges = await stripe.charges.list({ payment_intent: intent.id });
    expect(charges.data.map((charge) => charge.status)).toEqual(["succeeded", "failed"]);
  });

  it("comes only with the charge for the card that can be saved", async () => {
    const card = await stripe.paymentMethods.attach("pm_card_chargeCustomerFail", { customer });
    const failure = await failureOf(offSession(card.id));

    expect(failure).toMatchObject({ code: "card_declined", payment_method: { id: card.id, customer } });
  });

  it("comes from a card a person made fail, until it is healed", async () => {
    const card = await stripe.paymentMethods.attach("pm_card_visa", { customer });
    await sandbox.control("POST", `payment_methods/${card.id}/fail_with`, { decline_code: "insufficient_funds" });
    expect((await failureOf(offSession(card.id))).decline_code).toBe("insufficient_funds");

    await sandbox.control("POST", `payment_methods/${card.id}/fail_with`, { decline_code: null });
    expect((await offSession(card.id)).status).toBe("succeeded");
  });

  it("comes from a card that needs 3-D Secure when the customer is not there", async () => {
    for (const alias of [
      "pm_card_authenticationRequired",
      "pm_card_authenticationRequiredOnSetup",
      "pm_card_threeDSecure2Required",
    ]) {
      const failure = await failureOf(offSession(alias));
      expect(failure).toMatchObject({ code: "authentication_required", decline_code: "authentication_required" });
      expect(failure.payment_intent?.status).toBe("requires_payment_method");
    }
    expect((await offSession("pm_card_authenticationRequiredSetupForOffSession")).status).toBe("succeeded");
  });

  it("is what error_on_requires_action makes of a card that needs 3-D Secure", async () => {
    const failure = await failureOf(
      offSession("pm_card_authenticationRequired", {
        off_session: false,
        error_on_requires_action: true,
        allowed_payment_method_types: ["card"],
      }),
    );

    expect(failure.code).toBe("authentication_required");
  });
});

describe("what Stripe refuses", () => {
  it.each([
    [49, "eur", "amount_too_small"],
    [29, "gbp", "amount_too_small"],
    [100_000_000, "eur", "parameter_invalid_integer"],
  ])("an amount of %i %s", async (amount, currency, code) => {
    expect(await failureOf(stripe.paymentIntents.create({ amount, currency }))).toMatchObject({
      statusCode: 400,
      code,
      param: "amount",
    });
  });

  it("accepts the minimum itself", async () => {
    expect((await stripe.paymentIntents.create({ amount: 50, currency: "eur" })).amount).toBe(50);
  });

  it("payment_method_types, which the API no longer takes", async () => {
    const params = { amount: 500, currency: "eur", payment_method_types: ["card"] } as Stripe.PaymentIntentCreateParams;

    expect(await failureOf(stripe.paymentIntents.create(params))).toMatchObject({
      code: "parameter_unknown",
      param: "payment_method_types",
    });
  });

  it("a card of someone else, a detached card, and a card used once without a customer", async () => {
    const other = await stripe.customers.create({ payment_method: "pm_card_visa" });
    const [card] = (await stripe.customers.listPaymentMethods(other.id)).data;
    expect((await failureOf(offSession(card?.id ?? ""))).statusCode).toBe(400);

    await stripe.paymentMethods.detach(card?.id ?? "");
    expect((await failureOf(offSession(card?.id ?? ""))).message).toContain("may not be used again");

    const once = await stripe.paymentMethods.create({ type: "card", card: { token: "tok_visa" } });
    expect((await offSession(once.id)).status).toBe("succeeded");
    expect((await failureOf(offSession(once.id))).message).toContain("may not be used again");
  });

  it("confirming without a return_url when methods that redirect are allowed", async () => {
    expect((await failureOf(offSession("pm_card_visa", { off_session: false }))).param).toBe("return_url");
    const never = { enabled: true, allow_redirects: "never" } as const;
    expect((await offSession("pm_card_visa", { off_session: false, automatic_payment_methods: never })).status).toBe(
      "succeeded",
    );
  });

  it("off_session without confirm, and confirm without a payment method", async () => {
    const base = { amount: 500, currency: "eur" };
    expect((await failureOf(stripe.paymentIntents.create({ ...base, off_session: true }))).param).toBe("off_session");
    expect((await failureOf(stripe.paymentIntents.create({ ...base, confirm: true }))).param).toBe("payment_method");
  });
});

describe("refunds", () => {
  const refundsOf = async (alias: string) => {
    const intent = await offSession(alias);

    return { intent: intent.id, charge: idOf(intent.latest_charge) ?? "" };
  };

  it("give back a part, then the rest, and never more", async () => {
    const { intent, charge } = await refundsOf("pm_card_visa");
    const part = await stripe.refunds.create({ payment_intent: intent, amount: 999, reason: "requested_by_customer" });
    expect(part).toMatchObject({ status: "succeeded", amount: 999, charge });

    expect(await failureOf(stripe.refunds.create({ charge, amount: 1_001 }))).toMatchObject({
      statusCode: 400,
      param: "amount",
    });
    expect((await stripe.refunds.create({ charge })).amount).toBe(1_000);
    expect((await failureOf(stripe.refunds.create({ charge }))).code).toBe("charge_already_refunded");

    const after = await stripe.charges.retrieve(charge, { expand: ["refunds"] });
    expect(after).toMatchObject({ refunded: true, amount_refunded: 1_999 });
    expect(after.refunds?.data).toHaveLength(2);
    expect((await stripe.refunds.list({ payment_intent: intent })).data).toHaveLength(2);
  });

  it("never give back more when two come at once", async () => {
    const { charge } = await refundsOf("pm_card_visa");
    const results = await Promise.allSettled([1, 2, 3].map(() => stripe.refunds.create({ charge, amount: 1_500 })));

    expect(results.filter((result) => result.status === "fulfilled")).toHaveLength(1);
  });

  it("that stay pending go through later, and that fail can be made again", async () => {
    const pending = await stripe.refunds.create({ charge: (await refundsOf("pm_card_pendingRefund")).charge });
    expect(pending.status).toBe("pending");
    const failing = await stripe.refunds.create({ charge: (await refundsOf("pm_card_refundFail")).charge });
    expect(failing.status).toBe("succeeded");

    await eventually(async () =>
      (await stripe.refunds.retrieve(pending.id)).status === "succeeded" ? true : undefined,
    );
    const failed = await eventually(async () => {
      const refund = await stripe.refunds.retrieve(failing.id, { expand: ["charge"] });

      return refund.status === "failed" ? refund : undefined;
    });
    expect(failed.failure_reason).toBe("expired_or_canceled_card");
    expect(failed.charge).toMatchObject({ refunded: false, amount_refunded: 0 });
  });

  it("of a disputed charge are refused, of an inquiry not", async () => {
    for (const [alias, isRefundable] of [
      ["pm_card_createDispute", false],
      ["pm_card_createDisputeInquiry", true],
    ] as const) {
      const { charge } = await refundsOf(alias);
      await eventually(async () => (await stripe.disputes.list({ charge })).data[0]);
      const refund = stripe.refunds.create({ charge });
      if (isRefundable) expect((await refund).status).toBe("succeeded");
      else expect((await failureOf(refund)).code).toBe("charge_disputed");
    }
  });
});
