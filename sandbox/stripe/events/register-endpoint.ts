import type { Sql } from "@/sandbox/stripe/database/connect";
import { newEndpoint } from "@/sandbox/stripe/objects/webhook-endpoints";
import { UnitOfWork } from "@/sandbox/stripe/unit-of-work";

const REGISTRATION_LOCK = 7_305_808_869_231_651;

/**
 * Registers the app's own endpoint for every event. There is one such endpoint: an app that has moved to another address
 * or another secret takes what is still to be delivered along.
 */
export async function registerEndpoint(sql: Sql, endpoint: { url: string; secret: string }): Promise<void> {
  await sql.begin(async (tx) => {
    await tx`select pg_advisory_xact_lock(${REGISTRATION_LOCK}::bigint)`;
    const known = await tx`
      update sandbox_stripe.objects
      set data = data || jsonb_build_object('url', ${endpoint.url}::text, 'status', 'enabled'),
        internal = internal || jsonb_build_object('secret', ${endpoint.secret}::text)
      where type = 'webhook_endpoint' and (internal ->> 'isOwn')::boolean and not data ? 'deleted'`;
    if (known.count > 0) return;

    const work = new UnitOfWork(tx, {
      now: Math.floor(Date.now() / 1000),
      publicUrl: "",
      origin: { requestId: null, idempotencyKey: null },
    });
    const own = newEndpoint(work, { url: endpoint.url, enabled_events: ["*"] });
    work.put(own, { secret: endpoint.secret, isOwn: true });
    await work.flush();
  });
}
