import "server-only";
import { and, eq } from "drizzle-orm";
import { plan } from "@/db/schema/catalog";
import type { Executor } from "@/db/transaction";
import type { CatalogPlan } from "@/lib/catalog/catalog-file";
import { canonicalJson } from "@/lib/core/canonical-json";

export type SavedPlan = { id: string; change: "created" | "updated" | null };

/** Inserts the plan, or brings its name, place and flags to what the catalogue says; versions are not touched. */
export async function savePlan(
  tx: Executor,
  wanted: CatalogPlan,
  { catalogKey, position }: { catalogKey: string; position: number },
): Promise<SavedPlan> {
  const { key, name, status, isPublic, isRecommended } = wanted;
  const values = { name, status, isPublic, isRecommended, position };
  const [existing] = await tx
    .select()
    .from(plan)
    .where(and(eq(plan.catalogKey, catalogKey), eq(plan.key, key)));

  if (!existing) {
    const [created] = await tx
      .insert(plan)
      .values({ catalogKey, key, ...values })
      .returning({ id: plan.id });
    if (!created) throw new Error(`plan ${key} was not inserted`);
    return { id: created.id, change: "created" };
  }

  const same = canonicalJson(values) === canonicalJson(pickShown(existing));
  if (same) return { id: existing.id, change: null };
  await tx.update(plan).set(values).where(eq(plan.id, existing.id));
  return { id: existing.id, change: "updated" };
}

function pickShown({ name, status, isPublic, isRecommended, position }: typeof plan.$inferSelect) {
  return { name, status, isPublic, isRecommended, position };
}
