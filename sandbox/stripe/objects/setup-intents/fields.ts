import { mandateDataField, metadataField, urlField } from "@/sandbox/stripe/fields";
import {
  allowedTypesField,
  automaticMethodsField,
  paymentMethodDataField,
} from "@/sandbox/stripe/objects/payment-intents/fields";
import { boolean, hash, oneOf, string } from "@/sandbox/stripe/validation";

const methodOptionsField = hash({ card: hash({ request_three_d_secure: oneOf(["any", "automatic", "challenge"]) }) });

export const createFields = {
  allowed_payment_method_types: allowedTypesField,
  automatic_payment_methods: automaticMethodsField,
  confirm: boolean,
  customer: string(),
  description: string({ maxLength: 1_000 }),
  mandate_data: mandateDataField,
  metadata: metadataField,
  payment_method: string(),
  payment_method_data: paymentMethodDataField,
  payment_method_options: methodOptionsField,
  return_url: urlField,
  usage: oneOf(["off_session", "on_session"]),
  use_stripe_sdk: boolean,
};

export const updateFields = {
  allowed_payment_method_types: allowedTypesField,
  customer: string(),
  description: string({ maxLength: 1_000 }),
  metadata: metadataField,
  payment_method: string(),
  payment_method_data: paymentMethodDataField,
  payment_method_options: methodOptionsField,
};

export const confirmFields = {
  client_secret: string(),
  mandate_data: mandateDataField,
  payment_method: string(),
  payment_method_data: paymentMethodDataField,
  payment_method_options: methodOptionsField,
  return_url: urlField,
  use_stripe_sdk: boolean,
};
