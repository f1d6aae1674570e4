import "server-only";
import { storeInvoicePdf } from "@/lib/invoicing/services/store-invoice-pdf";
import type { OutboxHandlers } from "@/lib/outbox/services/deliver-outbox";
import { collectPayload, invoicePayload } from "@/lib/workflows/message-payload";
import { onInvoiceIssued } from "@/lib/workflows/on-invoice-issued";
import { onInvoicePaid } from "@/lib/workflows/on-invoice-paid";
import { onMailSend } from "@/lib/workflows/on-mail-send";
import { onOrganizationWelcomed } from "@/lib/workflows/on-organization-welcomed";
import { onPaymentFailed } from "@/lib/workflows/on-payment-failed";
import { onStripeEvent } from "@/lib/workflows/on-stripe-event";
import { collectPayment } from "@/lib/workflows/services/collect-payment";

/** What happens next, for every message there is. Each handler may run more than once for the same message. */
export const workflowHandlers: OutboxHandlers = {
  "organization.welcomed": onOrganizationWelcomed,
  "invoice.issued": onInvoiceIssued,
  "invoice.paid": onInvoicePaid,
  "invoice.render_pdf": async ({ payload }) => {
    await storeInvoicePdf(invoicePayload.parse(payload));
  },
  "payment.collect": async ({ payload }) => {
    await collectPayment(collectPayload.parse(payload));
  },
  "payment.failed": onPaymentFailed,
  "mail.send": onMailSend,
  "stripe.event": onStripeEvent,
  // The reminder has no template yet; the message is kept so that history shows when it was due.
  "trial.ending": () => Promise.resolve(),
};
