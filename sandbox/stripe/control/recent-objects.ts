import type { Sql } from "@/sandbox/stripe/database/connect";

export type RecentObject = { id: string; object: string; [field: string]: unknown };

/** The newest objects, of one kind or of all. Client secrets stay out: this is for people to read. */
export async function recentObjects(
  sql: Sql,
  options: { type: string | null; limit: number },
): Promise<RecentObject[]> {
  const limit = Number.isInteger(options.limit) ? Math.min(Math.max(options.limit, 1), 500) : 50;
  const rows = await sql<{ data: RecentObject }[]>`
    select data - 'client_secret' as data from sandbox_stripe.objects
    where ${options.type}::text is null or type = ${options.type}
    order by seq desc limit ${limit}`;

  return rows.map((row) => row.data);
}
