import type Stripe from "stripe";

import { addressField, changeMetadata, emailField, metadataField, shippingField } from "@/sandbox/stripe/fields";
import { array, emptyable, hash, integer, oneOf, string, type Values } from "@/sandbox/stripe/validation";

/** What both creating and updating a customer take. */
export const customerFields = {
  address: emptyable(addressField),
  balance: integer(),
  business_name: emptyable(string()),
  description: string(),
  email: emailField,
  individual_name: emptyable(string()),
  invoice_settings: hash({ default_payment_method: string(), footer: string() }),
  metadata: metadataField,
  name: string({ maxLength: 256 }),
  phone: string({ maxLength: 32 }),
  preferred_locales: array(string()),
  shipping: emptyable(shippingField),
  tax_exempt: emptyable(oneOf(["none", "exempt", "reverse"])),
};

type AddressInput = { [K in keyof Stripe.Address]?: string | null };

export function toAddress(input: AddressInput | null | undefined): Stripe.Address | null {
  if (input === null || input === undefined) return null;

  return {
    city: input.city ?? null,
    country: input.country ?? null,
    line1: input.line1 ?? null,
    line2: input.line2 ?? null,
    postal_code: input.postal_code ?? null,
    state: input.state ?? null,
  };
}

export function emptyCustomer(identity: { id: string; created: number }): Stripe.Customer {
  return {
    id: identity.id,
    object: "customer",
    address: null,
    balance: 0,
    created: identity.created,
    currency: null,
    customer_account: null,
    default_source: null,
    delinquent: false,
    description: null,
    discount: null,
    email: null,
    invoice_prefix: identity.id.slice(-8).toUpperCase(),
    invoice_settings: { custom_fields: null, default_payment_method: null, footer: null, rendering_options: null },
    livemode: false,
    metadata: {},
    name: null,
    next_invoice_sequence: 1,
    phone: null,
    preferred_locales: [],
    shipping: null,
    tax_exempt: "none",
    test_clock: null,
  };
}

/** The customer with what the request says about it. */
export function changeCustomer(before: Stripe.Customer, params: Values<typeof customerFields>): Stripe.Customer {
  const { address, invoice_settings, metadata, shipping, business_name, individual_name, ...plain } = params;
  const names = { business_name, individual_name };

  return {
    ...before,
    ...plain,
    ...Object.fromEntries(Object.entries(names).filter(([, name]) => typeof name === "string")),
    address: address === undefined ? (before.address ?? null) : toAddress(address),
    shipping: shipping === undefined ? before.shipping : toShipping(shipping),
    invoice_settings: { ...before.invoice_settings, ...invoice_settings },
    metadata: changeMetadata(before.metadata, metadata),
  };
}

type ShippingInput = NonNullable<Values<typeof customerFields>["shipping"]>;

export function toShipping(
  input: ShippingInput | null,
): Stripe.Customer["shipping"] & Stripe.PaymentIntent["shipping"] {
  if (input === null) return null;
  const { address, ...rest } = input;
  const converted = toAddress(address);

  return { ...rest, ...(converted === null ? {} : { address: converted }) };
}
