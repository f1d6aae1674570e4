import { AppError } from "@/lib/core/errors";

/** Stripe's words. Only a draft has no number; nothing leaves paid or void. */
export const INVOICE_STATUSES = ["draft", "open", "paid", "void", "uncollectible"] as const;

export type InvoiceStatus = (typeof INVOICE_STATUSES)[number];

/** cycle: at a boundary, one a billing period · change: of plan, quantity or interval · one_off: a single sale. */
export const INVOICE_KINDS = ["cycle", "change", "one_off"] as const;

export type InvoiceKind = (typeof INVOICE_KINDS)[number];

/** Derived from the attempts, not from the status: an open invoice may be processing. */
export type PaymentState = "none" | "processing" | "partial" | "paid" | "failed";

/** A draft whose total is zero goes straight to paid; a written-off debt may still be paid. */
const TRANSITIONS: Record<InvoiceStatus, readonly InvoiceStatus[]> = {
  draft: ["open", "paid"],
  open: ["paid", "void", "uncollectible"],
  paid: [],
  void: [],
  uncollectible: ["paid", "void"],
};

export function canTransition(from: InvoiceStatus, to: InvoiceStatus): boolean {
  return TRANSITIONS[from].includes(to);
}

/** Throws illegal_transition when an invoice may not go from one status to the other. */
export function assertTransition(from: InvoiceStatus, to: InvoiceStatus): void {
  if (!canTransition(from, to)) {
    throw new AppError("illegal_transition", {
      message: `an invoice cannot go from ${from} to ${to}`,
      params: { from, to },
    });
  }
}
