import "server-only";
import { and, eq, isNull } from "drizzle-orm";
import { building } from "@/db/schema/buildings";
import type { Executor } from "@/db/transaction";
import { AppError } from "@/lib/core/errors";

/**
 * The building something is about to be added to. It stays locked against being archived meanwhile.
 * @throws AppError not_found when it is another organization's, archived or unknown
 */
export async function requireBuilding(
  tx: Executor,
  { organizationId, buildingId }: { organizationId: string; buildingId: string },
): Promise<typeof building.$inferSelect> {
  const [found] = await tx
    .select()
    .from(building)
    .where(and(eq(building.organizationId, organizationId), eq(building.id, buildingId), isNull(building.archivedAt)))
    .for("share");
  if (!found) throw new AppError("not_found");
  return found;
}
