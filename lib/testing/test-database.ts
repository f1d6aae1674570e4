import postgres from "postgres";
import { inject } from "vitest";

import { runtimeRoleUrls } from "@/db/role-urls";
import { createDatabase } from "@/scripts/embedded-postgres";

export type TestDatabase = {
  ownerUrl: string;
  appUrl: string;
  platformUrl: string;
  drop(): Promise<void>;
};

let count = 0;

/** A database of its own, copied from the migrated template. Its name carries our process id, so that a killed run's can be found. */
export async function testDatabase(): Promise<TestDatabase> {
  const { ownerUrl: serverUrl, template } = inject("testPostgres");
  count += 1;
  const name = `test_${process.pid}_${Date.now().toString(36)}_${count}`;
  const ownerUrl = await createDatabase(serverUrl, name, template);

  return {
    ownerUrl,
    ...runtimeRoleUrls({ ownerUrl }),
    drop: async () => {
      const sql = postgres(serverUrl, { max: 1, onnotice: () => undefined });
      await sql`drop database if exists ${sql(name)} with (force)`;
      await sql.end({ timeout: 5 });
    },
  };
}
