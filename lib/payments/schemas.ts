import { z } from "zod";

/** A payment: our attempt, as the page that began it knows it, or the provider's id, as the bank sends the payer back with. */
export const attemptSchema = z.strictObject({
  reference: z.union([z.uuid(), z.string().regex(/^pi_[A-Za-z0-9_]{1,200}$/)]),
});

export const payWithMethodSchema = z.strictObject({ invoiceId: z.uuid(), paymentMethodId: z.uuid() });

/** The provider's id of a card being saved. */
export const cardSetupSchema = z.strictObject({ reference: z.string().regex(/^seti_[A-Za-z0-9_]{1,200}$/) });

export const paymentMethodSchema = z.strictObject({ paymentMethodId: z.uuid() });

/** An action that is told nothing. */
export const noInputSchema = z.strictObject({});
