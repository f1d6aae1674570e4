import { resourceMissing } from "@/sandbox/stripe/api-error";
import type { Sql } from "@/sandbox/stripe/database/connect";

/** From now on the card is declined with this code; null lets it behave as it would again. */
export async function failCardWith(sql: Sql, card: { id: string; declineCode: string | null }): Promise<void> {
  const changed = await sql`
    update sandbox_stripe.objects
    set internal = jsonb_set(internal, '{failWith}', coalesce(to_jsonb(${card.declineCode}::text), 'null'::jsonb))
    where id = ${card.id} and type = 'payment_method'`;
  if (changed.count === 0)
    throw resourceMissing("payment_method", { id: card.id, param: "payment_method", status: 404 });
}
