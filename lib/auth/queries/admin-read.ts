import "server-only";
import { type Executor, platformTransaction } from "@/db/transaction";
import type { UserActor } from "@/lib/auth/actor";
import { can } from "@/lib/auth/permissions";
import { AppError } from "@/lib/core/errors";

/**
 * Reads across organizations, in one read-only transaction: for the business desk alone, whoever calls it.
 * @throws AppError not_found for anyone who may not see the desk
 */
export async function adminRead<T>(actor: UserActor, work: (tx: Executor) => Promise<T>): Promise<T> {
  if (!can(actor, "admin.view")) throw new AppError("not_found");
  return platformTransaction(work, { accessMode: "read only" });
}
