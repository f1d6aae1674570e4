import "server-only";
import { eq, ne, and } from "drizzle-orm";
import { issuer } from "@/db/schema/invoicing";
import { platformTransaction } from "@/db/transaction";
import { recordAudit } from "@/lib/audit/services/record-audit";
import type { UserActor } from "@/lib/auth/actor";
import { AppError } from "@/lib/core/errors";
import type { UpdateIssuer } from "@/lib/invoicing/issuer-schema";

type IssuerRow = typeof issuer.$inferSelect;

/**
 * Changes who issues documents from now on. Those already issued carry a copy of the issuer of their day and stay as they are.
 * @throws AppError not_found without an issuer of the mode; invalid_input when the prefix is the other mode's
 */
export async function updateIssuer(request: UpdateIssuer & { actor: UserActor; now: Date }): Promise<void> {
  const { actor, now, mode, ...fields } = request;
  const values = { ...fields, registrationNumber: fields.registrationNumber ?? null, iban: fields.iban ?? null };

  await platformTransaction(async (tx) => {
    const [before] = await tx.select().from(issuer).where(eq(issuer.mode, mode)).for("update");
    if (!before) throw new AppError("not_found");
    const [other] = await tx
      .select({ id: issuer.id })
      .from(issuer)
      .where(and(ne(issuer.mode, mode), eq(issuer.numberPrefix, values.numberPrefix)));
    if (other) throw new AppError("invalid_input", { fieldErrors: { numberPrefix: ["already_exists"] } });

    const changed = changesOf(before, values);
    if (Object.keys(changed).length === 0) return;
    await tx.update(issuer).set(values).where(eq(issuer.id, before.id));
    await recordAudit(tx, [
      {
        organizationId: null,
        actor,
        action: "issuer.updated",
        entityType: "issuer",
        entityId: before.id,
        detail: { mode, changed },
        occurredAt: now,
      },
    ]);
  });
}

/** Field → what it was and what it is. */
function changesOf(before: IssuerRow, values: Partial<IssuerRow>): Record<string, { from: unknown; to: unknown }> {
  const fields = Object.keys(values) as (keyof IssuerRow)[];
  return Object.fromEntries(
    fields
      .filter((field) => before[field] !== values[field])
      .map((field) => [field, { from: before[field], to: values[field] }]),
  );
}
