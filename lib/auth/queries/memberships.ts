import "server-only";
import { and, eq, isNull } from "drizzle-orm";
import { membership } from "@/db/schema/identity";
import { organization } from "@/db/schema/organizations";
import { platformTransaction } from "@/db/transaction";
import type { MembershipRole, UserActor } from "@/lib/auth/actor";

export type MembershipView = { organizationId: string; name: string; role: MembershipRole; isActive: boolean };

/** The organizations someone may act in, in the order they joined. */
export async function memberships(actor: UserActor): Promise<MembershipView[]> {
  const rows = await platformTransaction((tx) =>
    tx
      .select({ organizationId: membership.organizationId, name: organization.name, role: membership.role })
      .from(membership)
      .innerJoin(organization, eq(organization.id, membership.organizationId))
      .where(and(eq(membership.userId, actor.userId), isNull(membership.endedAt)))
      .orderBy(membership.createdAt, membership.id),
  );
  return rows.map((row) => ({ ...row, isActive: row.organizationId === actor.organizationId }));
}
