import "server-only";
import Stripe from "stripe";
import { z } from "zod";
import { AppError } from "@/lib/core/errors";
import { PAYMENT_EVENT_SUBJECTS, type PaymentEvent } from "@/lib/payments/payment-event";

/** Stripe's default; older signatures may be replays (docs.stripe.com/webhooks#replay-attacks). */
const TOLERANCE_SECONDS = 300;

const eventSchema = z.looseObject({
  id: z.string().startsWith("evt_").max(255),
  object: z.literal("event"),
  type: z.string().max(100),
  created: z.int(),
  /** Set on events of connected accounts, of which we have none. */
  account: z.string().nullish(),
  data: z.looseObject({
    object: z.looseObject({
      id: z.string().max(255).nullish(),
      object: z.string(),
      customer: z.union([z.string(), z.looseObject({ id: z.string() })]).nullish(),
    }),
  }),
});

/**
 * Stripe's signed event as ours, or null when it is of a kind that does not concern us.
 * @throws AppError invalid_input for a bad or stale signature, another body, or another account's event.
 */
export function readStripeEvent(
  delivery: { body: string; signature: string | null },
  verification: { secret: string; receivedAt: Date },
): PaymentEvent | null {
  const { id, type, created, account, data } = verified(delivery, verification);
  if (account) throw new AppError("invalid_input", { message: `event ${id} is of another account` });

  const subject = PAYMENT_EVENT_SUBJECTS.find((name) => data.object.object === name);
  if (!subject || !type.startsWith(`${subject}.`) || !data.object.id) return null;

  const { customer } = data.object;
  return {
    providerEventId: id,
    type,
    subject,
    objectId: data.object.id,
    providerCustomerId: typeof customer === "string" ? customer : (customer?.id ?? null),
    providerAt: new Date(created * 1000),
  };
}

function verified(
  delivery: { body: string; signature: string | null },
  { secret, receivedAt }: { secret: string; receivedAt: Date },
): z.infer<typeof eventSchema> {
  try {
    const header = delivery.signature ?? "";
    const event: unknown = Stripe.webhooks.constructEvent(
      delivery.body,
      header,
      secret,
      TOLERANCE_SECONDS,
      undefined,
      receivedAt.getTime(),
    );
    assertNotFromFuture(header, receivedAt);
    return eventSchema.parse(event);
  } catch (error) {
    throw new AppError("invalid_input", { message: "not a Stripe event signed for us", cause: error });
  }
}

/** The SDK lets a timestamp far ahead pass, which would make a stolen delivery good for replay until then. */
function assertNotFromFuture(header: string, receivedAt: Date): void {
  const timestamp = Number(/(?:^|,)t=(\d+)/.exec(header)?.[1]);
  if (!(timestamp * 1000 <= receivedAt.getTime() + TOLERANCE_SECONDS * 1000)) {
    throw new AppError("invalid_input", { message: "a signature of the future" });
  }
}
