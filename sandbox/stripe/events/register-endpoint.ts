import type { Sql } from "@/sandbox/stripe/database/connect";
import { newEndpoint } from "@/sandbox/stripe/objects/webhook-endpoints";
import { UnitOfWork } from "@/sandbox/stripe/unit-of-work";

const REGISTRATION_LOCK = 7_305_808_869_231_651;

/** Registers the app's own endpoint for every event, or renews the secret of the one that has that address. */
export async function registerEndpoint(sql: Sql, endpoint: { url: string; secret: string }): Promise<void> {
  await sql.begin(async (tx) => {
    await tx`select pg_advisory_xact_lock(${REGISTRATION_LOCK}::bigint)`;
    const known = await tx`
      update sandbox_stripe.objects
      set internal = jsonb_set(internal, '{secret}', to_jsonb(${endpoint.secret}::text))
      where type = 'webhook_endpoint' and data ->> 'url' = ${endpoint.url} and not data ? 'deleted'`;
    if (known.count > 0) return;

    const work = new UnitOfWork(tx, {
      now: Math.floor(Date.now() / 1000),
      publicUrl: "",
      origin: { requestId: null, idempotencyKey: null },
    });
    work.put(newEndpoint(work, { url: endpoint.url, enabled_events: ["*"] }), { secret: endpoint.secret });
    await work.flush();
  });
}
