import { emailField, mandateDataField, metadataField, shippingField, urlField } from "@/sandbox/stripe/fields";
import { allowRedisplayField, paymentMethodFields } from "@/sandbox/stripe/objects/card-payment-method";
import { array, boolean, either, emptyable, hash, integer, oneOf, required, string } from "@/sandbox/stripe/validation";

const METHOD_TYPES = ["card", "link", "sepa_debit", "paypal", "customer_balance", "bancontact", "ideal"] as const;

export const allowedTypesField = array(oneOf(METHOD_TYPES));

export const automaticMethodsField = hash({ enabled: required(boolean), allow_redirects: oneOf(["always", "never"]) });

export const paymentMethodDataField = hash({ ...paymentMethodFields, allow_redisplay: allowRedisplayField });

const methodOptionsField = hash({
  card: hash({
    request_three_d_secure: oneOf(["any", "automatic", "challenge"]),
    setup_future_usage: emptyable(oneOf(["none", "off_session", "on_session"])),
    capture_method: emptyable(oneOf(["manual"])),
  }),
});

const captureMethodField = oneOf(["automatic", "automatic_async", "manual"]);
const futureUsageField = oneOf(["off_session", "on_session"]);
const descriptorFields = {
  statement_descriptor: string({ maxLength: 22 }),
  statement_descriptor_suffix: string({ maxLength: 22 }),
};

/** Stripe's largest charge: eight digits. */
const amountField = integer({ min: 1, max: 99_999_999 });

export const createFields = {
  amount: required(amountField),
  currency: required(string({ maxLength: 3 })),
  allowed_payment_method_types: allowedTypesField,
  automatic_payment_methods: automaticMethodsField,
  capture_method: captureMethodField,
  confirm: boolean,
  confirmation_method: oneOf(["automatic", "manual"]),
  customer: string(),
  description: string({ maxLength: 1_000 }),
  error_on_requires_action: boolean,
  mandate_data: mandateDataField,
  metadata: metadataField,
  off_session: either(boolean, oneOf(["one_off", "recurring"])),
  payment_method: string(),
  payment_method_data: paymentMethodDataField,
  payment_method_options: methodOptionsField,
  receipt_email: emailField,
  return_url: urlField,
  setup_future_usage: futureUsageField,
  shipping: shippingField,
  ...descriptorFields,
  transfer_group: string(),
  use_stripe_sdk: boolean,
};

export const updateFields = {
  allowed_payment_method_types: allowedTypesField,
  amount: amountField,
  capture_method: captureMethodField,
  currency: string({ maxLength: 3 }),
  customer: string(),
  description: string({ maxLength: 1_000 }),
  metadata: metadataField,
  payment_method: string(),
  payment_method_data: paymentMethodDataField,
  payment_method_options: methodOptionsField,
  receipt_email: emptyable(emailField),
  setup_future_usage: emptyable(futureUsageField),
  shipping: emptyable(shippingField),
  ...descriptorFields,
  transfer_group: string(),
};

export const confirmFields = {
  allowed_payment_method_types: allowedTypesField,
  capture_method: captureMethodField,
  client_secret: string(),
  error_on_requires_action: boolean,
  mandate_data: mandateDataField,
  off_session: either(boolean, oneOf(["one_off", "recurring"])),
  payment_method: string(),
  payment_method_data: paymentMethodDataField,
  payment_method_options: methodOptionsField,
  receipt_email: emptyable(emailField),
  return_url: urlField,
  setup_future_usage: emptyable(futureUsageField),
  shipping: emptyable(shippingField),
  use_stripe_sdk: boolean,
};
