import postgres from "postgres";

import { createDatabase } from "@/scripts/embedded-postgres";

/** What a database lacks. Asked as the platform's role, which row-level security shows every row. */
export async function whatIsMissing(platformUrl: string): Promise<{ catalogue: boolean; organizations: boolean }> {
  const sql = postgres(platformUrl, { max: 1, onnotice: () => undefined });
  try {
    const [row] = await sql<{ catalogue: boolean; organizations: boolean }[]>`
      select not exists (select 1 from plan) as catalogue, not exists (select 1 from organization) as organizations`;
    return row ?? { catalogue: true, organizations: true };
  } finally {
    await sql.end({ timeout: 2 });
  }
}

/** Throws the database away and makes it anew, empty. Only for one that no person has used. */
export async function recreateDatabase(ownerUrl: string): Promise<void> {
  const maintenance = new URL(ownerUrl);
  const name = maintenance.pathname.slice(1);
  maintenance.pathname = "/postgres";
  const sql = postgres(maintenance.href, { max: 1, onnotice: () => undefined });
  try {
    await sql`drop database if exists ${sql(name)} with (force)`;
  } finally {
    await sql.end({ timeout: 2 });
  }
  await createDatabase(ownerUrl, name);
}
