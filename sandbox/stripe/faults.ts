import type { Sql } from "@/sandbox/stripe/database/connect";

export const FAULT_MODES = ["error_500", "charge_then_500", "charge_then_hang", "delay"] as const;
export type FaultMode = (typeof FAULT_MODES)[number];

/** Something to go wrong: with `charge_then_…` the work is done and only the answer is lost. */
export type Fault = { mode: FaultMode; delayMs: number };
export type NewFault = Fault & { method: string | null; path: string | null; times: number };

/** Takes one use of the oldest fault that matches the request. `%` in its path stands for anything. */
export async function takeFault(sql: Sql, request: { method: string; path: string }): Promise<Fault | undefined> {
  const [fault] = await sql<Fault[]>`
    update sandbox_stripe.faults set remaining = remaining - 1
    where id = (
      select id from sandbox_stripe.faults
      where remaining > 0 and (method is null or method = ${request.method}) and (path is null or ${request.path} like path)
      order by id limit 1 for update skip locked
    )
    returning mode, delay_ms as "delayMs"`;

  return fault;
}

export async function addFault(sql: Sql, fault: NewFault): Promise<string> {
  const [row] = await sql<{ id: string }[]>`
    insert into sandbox_stripe.faults (method, path, mode, remaining, delay_ms)
    values (${fault.method}, ${fault.path}, ${fault.mode}, ${fault.times}, ${fault.delayMs}) returning id`;

  return row?.id ?? "";
}

export async function removeFaults(sql: Sql): Promise<number> {
  const removed = await sql`delete from sandbox_stripe.faults`;

  return removed.count;
}
