import { createHash, createHmac, pbkdf2Sync, randomBytes } from "node:crypto";

import postgres from "postgres";

import { RUNTIME_ROLES, type RuntimeRole } from "@/db/role-urls";

const ITERATIONS = 4096;

/** The SCRAM verifier PostgreSQL stores (RFC 5803), made here so that no password is ever part of a statement or its log. */
function scramVerifier(password: string): string {
  const salt = randomBytes(16);
  const salted = pbkdf2Sync(password.normalize("NFKC"), salt, ITERATIONS, 32, "sha256");
  const key = (name: string): Buffer => createHmac("sha256", salted).update(name).digest();
  const storedKey = createHash("sha256").update(key("Client Key")).digest("base64");
  return `SCRAM-SHA-256$${ITERATIONS}:${salt.toString("base64")}$${storedKey}:${key("Server Key").toString("base64")}`;
}

async function canSignIn(url: string): Promise<boolean> {
  const sql = postgres(url, { max: 1, connect_timeout: 5, onnotice: () => undefined });
  try {
    await sql`select 1`;
    return true;
  } catch {
    return false;
  } finally {
    await sql.end({ timeout: 2 });
  }
}

async function ensureRole(sql: postgres.Sql, role: RuntimeRole, url: string): Promise<void> {
  const given = new URL(url);
  if (decodeURIComponent(given.username) !== role) {
    throw new Error(`The URL of ${role} signs in as "${given.username}": its user must be ${role}.`);
  }

  const [existing] = await sql`select 1 from pg_roles where rolname = ${role}`;
  const password = scramVerifier(decodeURIComponent(given.password));
  if (!existing) {
    await sql.unsafe(`create role ${role} login noinherit nobypassrls nosuperuser password '${password}'`);
  } else if (!(await canSignIn(url))) {
    await sql.unsafe(`alter role ${role} login password '${password}'`);
  }
}

/** What would make row-level security a decoration: the product refuses such roles at start, so migrating stops too. */
async function checkRoles(sql: postgres.Sql): Promise<void> {
  const tooStrong = await sql<{ rolname: string }[]>`
    select rolname from pg_roles
     where rolname in ${sql([...RUNTIME_ROLES])}
       and (rolsuper or rolbypassrls
            or exists (select 1 from pg_roles other
                        where other.rolname in ${sql([...RUNTIME_ROLES])} and other.oid <> pg_roles.oid
                          and pg_has_role(pg_roles.oid, other.oid, 'member')))`;
  const [first] = tooStrong;
  if (first) {
    throw new Error(
      `The role ${first.rolname} must not be a superuser, bypass row-level security or be a member of the other.`,
    );
  }
}

/**
 * Creates the roles the product runs as, or gives them the passwords of their URLs when they cannot sign in with them.
 * @throws Error when a role is stronger than it may be.
 */
export async function ensureRuntimeRoles(
  sql: postgres.Sql,
  urls: { appUrl: string; platformUrl: string },
): Promise<void> {
  await ensureRole(sql, "nc_app", urls.appUrl);
  await ensureRole(sql, "nc_platform", urls.platformUrl);
  await checkRoles(sql);
}
