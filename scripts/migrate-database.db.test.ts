import postgres from "postgres";
import { describe, expect, it } from "vitest";

import { migrateDatabase } from "@/scripts/migrate-database";

const ownerUrl = process.env["DATABASE_URL"] ?? "";

describe("migrateDatabase", () => {
  it("run again, changes nothing", async () => {
    await expect(migrateDatabase({ ownerUrl })).resolves.toBeUndefined();
  });

  it("makes two roles that own nothing, bypass nothing and are not each other's members", async () => {
    const sql = postgres(ownerUrl, { max: 1 });
    const roles = await sql`
      select rolname, rolsuper, rolbypassrls, rolcreaterole, rolcreatedb,
             (select count(*)::int from pg_class where relowner = r.oid) as owned,
             pg_has_role(r.oid, case rolname when 'nc_app' then 'nc_platform' else 'nc_app' end::regrole, 'member') as member
        from pg_roles r where rolname in ('nc_app', 'nc_platform') order by rolname`;
    await sql.end();
    const weak = {
      rolsuper: false,
      rolbypassrls: false,
      rolcreaterole: false,
      rolcreatedb: false,
      owned: 0,
      member: false,
    };
    expect([...roles]).toEqual([
      { rolname: "nc_app", ...weak },
      { rolname: "nc_platform", ...weak },
    ]);
  });

  it("says that a server does not answer, tries again, and gives up", async () => {
    const said: string[] = [];
    const silent = "postgres://owner:secret@127.0.0.1:1/nowhere";
    await expect(
      migrateDatabase({ ownerUrl: silent, patienceMs: 1_500, report: (line) => said.push(line) }),
    ).rejects.toThrow(/127\.0\.0\.1:1\/nowhere has not answered/);
    expect(said).toHaveLength(1);
    expect(said.join()).not.toContain("secret");
  });

  it("does not try again with a password that is wrong", async () => {
    const wrong = new URL(ownerUrl);
    wrong.password = "wrong";
    await expect(migrateDatabase({ ownerUrl: wrong.href })).rejects.toThrow(
      /refuses us: password authentication failed/,
    );
  });

  it("refuses a URL that signs in as someone else", async () => {
    await expect(migrateDatabase({ ownerUrl, appUrl: ownerUrl })).rejects.toThrow(/its user must be nc_app/);
  });
});
