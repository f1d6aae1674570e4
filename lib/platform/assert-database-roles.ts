import "server-only";
import { sql } from "drizzle-orm";
import { appDatabase, type Database, platformDatabase } from "@/db/client";

type RoleFacts = { role: string; isTooStrong: boolean; ownsTables: boolean };

/**
 * Refuses roles for which row-level security would be a decoration: superusers, those that bypass it, those that own tables (or
 * are members of a role that does), and one role used for both purposes.
 * @throws Error naming the role and what is wrong with it
 */
export async function assertDatabaseRoles(): Promise<void> {
  const app = await roleFacts(appDatabase());
  const platform = await roleFacts(platformDatabase());
  for (const facts of [app, platform]) {
    if (facts.isTooStrong)
      throw new Error(`The database role ${facts.role} is a superuser or bypasses row-level security.`);
    if (facts.ownsTables)
      throw new Error(`The database role ${facts.role} owns tables, or is a member of the role that does.`);
  }
  if (app.role === platform.role) {
    throw new Error(`DATABASE_APP_URL and DATABASE_PLATFORM_URL sign in as the same role, ${app.role}.`);
  }
}

async function roleFacts(database: Database): Promise<RoleFacts> {
  const [facts] = await database.execute<RoleFacts>(sql`
    select current_user::text as "role",
           exists (select from pg_roles r
                    where pg_has_role(current_user, r.oid, 'member') and (r.rolsuper or r.rolbypassrls)) as "isTooStrong",
           exists (select from pg_class c join pg_namespace n on n.oid = c.relnamespace
                    where c.relkind in ('r', 'p') and n.nspname not in ('pg_catalog', 'information_schema', 'pg_toast')
                      and pg_has_role(current_user, c.relowner, 'member')) as "ownsTables"`);
  if (!facts) throw new Error("The database says nothing about its roles.");
  return facts;
}
