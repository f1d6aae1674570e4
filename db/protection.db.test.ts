import postgres from "postgres";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { loadCatalogues } from "@/db/seed/load-catalogues";
import { loadIssuers } from "@/db/seed/load-issuers";
import { platformTransaction } from "@/db/transaction";
import { closeDueBillingCycles } from "@/lib/billing/services/close-due-billing-cycles";
import { seedDueSubscriptions } from "@/lib/testing/seed-due-subscriptions";

const owner = postgres(process.env["DATABASE_URL"] ?? "", { max: 1, onnotice: () => undefined });
const app = postgres(process.env["DATABASE_APP_URL"] ?? "", { max: 2, onnotice: () => undefined });
const platform = postgres(process.env["DATABASE_PLATFORM_URL"] ?? "", { max: 1, onnotice: () => undefined });

const ids: string[] = [];
const asOrganization = <T>(id: string, work: (tx: postgres.TransactionSql) => Promise<T>) =>
  app.begin(async (tx) => {
    await tx`select set_config('app.organization', ${id}, true)`;
    return work(tx);
  });

beforeAll(async () => {
  await loadCatalogues();
  await platformTransaction(loadIssuers);
  await seedDueSubscriptions(owner, 2);
  await closeDueBillingCycles({
    now: new Date("2026-02-01T06:00:00Z"),
    limit: 10,
    scope: { testClockId: null },
    actor: { kind: "cron" },
    timeLeft: () => true,
  });
  for (const row of await owner<{ id: string }[]>`select id from organization order by slug`) ids.push(row.id);
});
afterAll(() => Promise.all([owner.end(), app.end(), platform.end()]));

describe("the catalogue of the database", () => {
  it("forces row-level security, with a policy for each role, on every table that has a tenant", async () => {
    const unprotected = await owner`
      select c.relname, c.relrowsecurity, c.relforcerowsecurity, array_agg(p.polname::text order by p.polname) as policies
      from pg_class c
      join pg_attribute a on a.attrelid = c.oid and a.attname = 'organization_id' and not a.attisdropped
      left join pg_policy p on p.polrelid = c.oid
      where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and not c.relispartition
      group by c.oid
      having not c.relrowsecurity or not c.relforcerowsecurity or array_agg(p.polname::text order by p.polname) <> array['migration', 'platform', 'tenant']`;
    expect(unprotected).toEqual([]);

    const [tenants] = await owner`select count(*)::int as n from pg_policy where polname = 'tenant'`;
    expect(tenants?.["n"]).toBeGreaterThan(20);
  });

  it("lets neither running role own a table, bypass row-level security or become the other", async () => {
    const roles = await owner`
      select rolname, rolsuper, rolbypassrls, rolcreaterole, exists (select 1 from pg_class where relowner = r.oid) as owns,
        pg_has_role(r.oid, case rolname when 'nc_app' then 'nc_platform' else 'nc_app' end, 'member') as is_other
      from pg_roles r where rolname in ('nc_app', 'nc_platform') order by rolname`;
    const harmless = { rolsuper: false, rolbypassrls: false, rolcreaterole: false, owns: false, is_other: false };
    expect(roles.map((role) => ({ ...role }))).toEqual([
      { rolname: "nc_app", ...harmless },
      { rolname: "nc_platform", ...harmless },
    ]);
  });

  it("never cascades a delete into money", async () => {
    const cascading = await owner`
      select conname from pg_constraint where contype = 'f' and confdeltype = 'c'
        and conrelid::regclass::text in ('invoice', 'invoice_line', 'invoice_tax', 'journal_entry', 'journal_line', 'payment_attempt', 'billing_period', 'subscription', 'billing_account', 'billed_usage', 'stored_file')`;
    expect(cascading).toEqual([]);
  });
});

describe("the tenant's role", () => {
  it("sees nothing without an organization, and only its own with one", async () => {
    expect(await app`select id from invoice`).toHaveLength(0);
    expect(await app`select id from organization`).toHaveLength(0);

    const [mine = "", other = ""] = ids;
    const seen = await asOrganization(mine, (tx) => tx`select distinct organization_id from invoice`);
    expect(seen.map((row) => row["organization_id"])).toEqual([mine]);
    const foreign = await asOrganization(mine, (tx) => tx`select id from invoice where organization_id = ${other}`);
    expect(foreign).toHaveLength(0);
  });

  it("sees nothing on a connection that served an organization before", async () => {
    const single = postgres(process.env["DATABASE_APP_URL"] ?? "", { max: 1, onnotice: () => undefined });
    await single.begin(async (tx) => {
      await tx`select set_config('app.organization', ${ids[0] ?? ""}, true)`;
      expect(await tx`select id from invoice`).toHaveLength(1);
    });
    expect(await single`select id from invoice`).toHaveLength(0);
    await single.end();
  });

  it("cannot write another's rows, nor take on another role", async () => {
    const [mine = "", other = ""] = ids;
    const insert = asOrganization(
      mine,
      (tx) => tx`insert into building (id, organization_id, name, plate, address_line, postal_code, city)
        values (gen_random_uuid(), ${other}, 'x', '1', 'x', 'x', 'x')`,
    );
    await expect(insert).rejects.toThrow(/row-level security/);
    const moved = await asOrganization(mine, (tx) => tx`update organization set name = 'x' where id = ${other}`);
    expect(moved.count).toBe(0);
    await expect(app`set role nc_platform`).rejects.toThrow(/permission denied/);
    await expect(app`select * from user_session`).rejects.toThrow(/permission denied/);
    await expect(app`update document_counter set next = 1`).rejects.toThrow(/permission denied/);
  });
});

describe("issued documents, the ledger and the audit log", () => {
  it("are frozen for the platform's role", async () => {
    await expect(
      platform`update invoice set total_minor = total_minor + 1, subtotal_minor = subtotal_minor + 1`,
    ).rejects.toThrow(/frozen/);
    await expect(platform`delete from invoice`).rejects.toThrow(/cannot be deleted/);
    await expect(platform`update invoice set status = 'draft'`).rejects.toThrow(/cannot go from|numbered/);
    await expect(platform`update invoice_line set amount_minor = 0`).rejects.toThrow(/frozen/);
    await expect(platform`delete from invoice_tax`).rejects.toThrow(/frozen/);
    await expect(platform`update journal_line set amount_minor = 0`).rejects.toThrow(/permission denied/);
    await expect(platform`delete from audit_event`).rejects.toThrow(/permission denied/);
  });

  it("are append-only even for the owner", async () => {
    await expect(owner`update journal_entry set kind = 'x'`).rejects.toThrow(/append-only/);
    await expect(owner`delete from audit_event`).rejects.toThrow(/append-only/);
  });

  it("take no further line, and no entry that does not balance", async () => {
    await expect(
      platform`insert into invoice_tax (id, organization_id, invoice_id, category, rate, base_minor, tax_minor)
        select gen_random_uuid(), organization_id, id, 'S', 13, 1, 1 from invoice limit 1`,
    ).rejects.toThrow(/takes no further lines/);
    await expect(
      platform`insert into journal_line (id, organization_id, journal_entry_id, account, currency, amount_minor)
        select gen_random_uuid(), organization_id, id, 'receivable', 'EUR', 100 from journal_entry limit 1`,
    ).rejects.toThrow(/does not sum to zero/);
  });
});
