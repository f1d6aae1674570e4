import type { Sql } from "@/sandbox/stripe/database/connect";

export type RecentCard = {
  id: string;
  customer: string;
  customerName: string | null;
  brand: string;
  last4: string;
  /** The decline a person asked for. */
  failWith: string | null;
};

/** The newest saved cards, of one customer (by id, name or e-mail) or of all. */
export async function recentCards(sql: Sql, options: { search: string; limit: number }): Promise<RecentCard[]> {
  const pattern = `%${options.search.replaceAll(/[\\%_]/g, String.raw`\$&`)}%`;

  return sql<RecentCard[]>`
    select p.id, p.customer, c.data ->> 'name' as "customerName", p.data -> 'card' ->> 'brand' as brand,
      p.data -> 'card' ->> 'last4' as last4, p.internal ->> 'failWith' as "failWith"
    from sandbox_stripe.objects p join sandbox_stripe.objects c on c.id = p.customer
    where p.type = 'payment_method' and (${options.search === ""} or c.id = ${options.search}
      or c.data ->> 'name' ilike ${pattern} or c.data ->> 'email' ilike ${pattern})
    order by p.seq desc limit ${options.limit}`;
}
