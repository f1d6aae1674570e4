import { userAccount } from "@/db/schema/identity";
import type { Executor } from "@/db/transaction";

export const SUPER_ADMIN = { email: "admin@newconcierge.example", name: "Αλέξης Δήμου" };

/** The demo's super-admin, who belongs to no organization. */
export async function addSuperAdmin(tx: Executor, given: { passwordHash: string; now: Date }): Promise<void> {
  await tx.insert(userAccount).values({
    ...SUPER_ADMIN,
    locale: "el",
    passwordHash: given.passwordHash,
    emailVerifiedAt: given.now,
    isSuperAdmin: true,
  });
}
