import "server-only";
import { z } from "zod";
import type { ProviderPaymentMethod } from "@/lib/payments/payment-gateway";

const accountSchema = z.looseObject({ last4: z.string().nullish() }).nullish();

/** Of a PaymentMethod what we keep: enough to recognise it, never enough to charge it elsewhere (PCI DSS SAQ A). */
export const paymentMethodSchema = z.looseObject({
  id: z.string(),
  object: z.literal("payment_method"),
  type: z.string(),
  customer: z.union([z.string(), z.looseObject({ id: z.string() })]).nullish(),
  card: z
    .looseObject({
      brand: z.string().nullish(),
      last4: z.string().nullish(),
      exp_month: z.int().nullish(),
      exp_year: z.int().nullish(),
    })
    .nullish(),
  sepa_debit: accountSchema,
  us_bank_account: accountSchema,
});

export function readPaymentMethod(method: z.infer<typeof paymentMethodSchema>): ProviderPaymentMethod {
  const { card, customer } = method;
  return {
    providerPaymentMethodId: method.id,
    providerCustomerId: typeof customer === "string" ? customer : (customer?.id ?? null),
    kind: method.type,
    brand: card?.brand ?? null,
    last4: card?.last4 ?? method.sepa_debit?.last4 ?? method.us_bank_account?.last4 ?? null,
    expiryMonth: card?.exp_month ?? null,
    expiryYear: card?.exp_year ?? null,
  };
}
