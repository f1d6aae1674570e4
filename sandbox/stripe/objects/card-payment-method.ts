import { createHash } from "node:crypto";

import type Stripe from "stripe";

import { cardByNumber, cardByToken, passesLuhn, type CardBehaviour } from "@/sandbox/stripe/cards";
import { declineFor } from "@/sandbox/stripe/declines";
import { ApiError, invalidRequest, type ApiErrorBody } from "@/sandbox/stripe/api-error";
import { changeMetadata, billingDetailsField, metadataField } from "@/sandbox/stripe/fields";
import type { KeyKind } from "@/sandbox/stripe/http/authenticate";
import { newId } from "@/sandbox/stripe/ids";
import { toAddress } from "@/sandbox/stripe/objects/customer-fields";
import type { UnitOfWork } from "@/sandbox/stripe/unit-of-work";
import { hash, integer, oneOf, required, string, type Values } from "@/sandbox/stripe/validation";

const ALLOW_REDISPLAY = ["always", "limited", "unspecified"] as const;

export const allowRedisplayField = oneOf(ALLOW_REDISPLAY);

/** The parameters of a new payment method, also given inline as `payment_method_data`. */
export const paymentMethodFields = {
  type: required(oneOf(["card"])),
  allow_redisplay: allowRedisplayField,
  billing_details: billingDetailsField,
  metadata: metadataField,
  card: hash({
    number: string({ maxLength: 30 }),
    exp_month: integer(),
    exp_year: integer(),
    cvc: string({ maxLength: 4 }),
    token: string(),
  }),
};

export type PaymentMethodParams = Values<typeof paymentMethodFields>;
type CardParams = NonNullable<PaymentMethodParams["card"]>;

/** Makes a payment method of a card number, or of a token. Only a browser may send a number: PCI DSS, SAQ A. */
export function createPaymentMethod(
  work: UnitOfWork,
  options: { params: PaymentMethodParams; key: KeyKind },
): Stripe.PaymentMethod {
  const { card: input, billing_details, metadata, allow_redisplay } = options.params;
  if (input === undefined) {
    throw invalidRequest("Missing required param: card.", { code: "parameter_missing", param: "card" });
  }
  const card =
    input.token === undefined ? readCard(input, { key: options.key, now: work.now }) : readToken(input.token);

  return newCardPaymentMethod(work, {
    card,
    ...(input.exp_month === undefined ? {} : { expMonth: input.exp_month }),
    ...(input.exp_year === undefined ? {} : { expYear: fullYear(input.exp_year) }),
    hasCvc: input.cvc !== undefined,
    allowRedisplay: allow_redisplay ?? "unspecified",
    billingDetails: toBillingDetails(billing_details),
    metadata: changeMetadata({}, metadata),
  });
}

type NewCard = {
  card: CardBehaviour;
  expMonth?: number;
  expYear?: number;
  hasCvc?: boolean;
  allowRedisplay?: (typeof ALLOW_REDISPLAY)[number];
  billingDetails?: Stripe.PaymentMethod.BillingDetails;
  metadata?: Record<string, string>;
};

export function newCardPaymentMethod(work: UnitOfWork, options: NewCard): Stripe.PaymentMethod {
  const { card } = options;
  const defaultYear = new Date(work.now * 1000).getUTCFullYear() + 3;

  return work.put(
    {
      id: newId("pm"),
      object: "payment_method",
      allow_redisplay: options.allowRedisplay ?? "unspecified",
      billing_details: options.billingDetails ?? toBillingDetails(undefined),
      card: {
        brand: card.brand,
        checks: {
          address_line1_check: null,
          address_postal_code_check: null,
          cvc_check: options.hasCvc ? "pass" : "unchecked",
        },
        country: card.country,
        display_brand: card.brand,
        exp_month: options.expMonth ?? 12,
        exp_year: options.expYear ?? defaultYear,
        fingerprint: createHash("sha256").update(card.number).digest("base64url").slice(0, 16),
        funding: card.funding,
        generated_from: null,
        last4: card.number.slice(-4),
        networks: { available: [card.brand], preferred: null },
        regulated_status: "unregulated",
        three_d_secure_usage: { supported: true },
        wallet: null,
      },
      created: work.now,
      customer: null,
      customer_account: null,
      livemode: false,
      metadata: options.metadata ?? {},
      type: "card",
    },
    { cardNumber: card.number },
  );
}

function toBillingDetails(input: PaymentMethodParams["billing_details"]): Stripe.PaymentMethod.BillingDetails {
  return {
    address: toAddress(input?.address ?? {}),
    email: input?.email ?? null,
    name: input?.name ?? null,
    phone: input?.phone ?? null,
    tax_id: input?.tax_id ?? null,
  };
}

function readToken(token: string): CardBehaviour {
  const card = cardByToken(token);
  if (card === undefined) {
    throw invalidRequest(`No such token: '${token}'`, { code: "resource_missing", param: "card[token]" });
  }

  return card;
}

function readCard(input: CardParams, context: { key: KeyKind; now: number }): CardBehaviour {
  if (context.key === "secret") {
    throw new ApiError(402, {
      body: {
        type: "invalid_request_error",
        message:
          "Sending credit card numbers directly to the Stripe API is generally unsafe. We suggest you use test tokens that " +
          "map to the test card you are using, see https://stripe.com/docs/testing.",
      },
    });
  }

  const number = (input.number ?? "").replaceAll(/[ -]/g, "");
  if (!passesLuhn(number))
    throw badCard("incorrect_number", { param: "number", message: "Your card number is incorrect." });
  assertNotExpired(input, context.now);
  if (input.cvc !== undefined && !/^\d{3,4}$/.test(input.cvc)) {
    throw badCard("invalid_cvc", { param: "cvc", message: "Your card's security code is invalid." });
  }

  const card = cardByNumber(number);
  if (card === undefined) {
    const message = "Your card was declined. Your request was in test mode, but used a non test card.";
    const { code } = declineFor("test_mode_live_card");
    throw badCard(code, { decline_code: "test_mode_live_card", message });
  }

  return card;
}

function assertNotExpired(input: CardParams, now: number): void {
  const [month, year] = [input.exp_month ?? 0, fullYear(input.exp_year ?? 0)];
  const today = new Date(now * 1000);
  const [thisYear, thisMonth] = [today.getUTCFullYear(), today.getUTCMonth() + 1];

  if (year < thisYear || year > thisYear + 50) {
    throw badCard("invalid_expiry_year", { param: "exp_year", message: "Your card's expiration year is invalid." });
  }
  if (month < 1 || month > 12 || (year === thisYear && month < thisMonth)) {
    throw badCard("invalid_expiry_month", { param: "exp_month", message: "Your card's expiration month is invalid." });
  }
}

function fullYear(year: number): number {
  return year < 100 ? 2000 + year : year;
}

function badCard(code: string, rest: { message: string; param?: string; decline_code?: string }): ApiError {
  const body: ApiErrorBody = { type: "card_error", code, ...rest };

  return new ApiError(402, { body });
}
