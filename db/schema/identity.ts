import { sql } from "drizzle-orm";
import {
  boolean,
  foreignKey,
  index,
  integer,
  pgEnum,
  pgTable,
  text,
  unique,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import { id, instant, organizationId, timestamps } from "@/db/columns";
import { localeEnum, organization } from "@/db/schema/organizations";
import { MEMBERSHIP_ROLES } from "@/lib/auth/actor";
import { AUTH_TOKEN_PURPOSES } from "@/lib/auth/auth-token";

export const membershipRoleEnum = pgEnum("membership_role", MEMBERSHIP_ROLES);
export const authTokenPurposeEnum = pgEnum("auth_token_purpose", AUTH_TOKEN_PURPOSES);

/** A person. The table is named user_account because `user` is a reserved word in SQL. */
export const userAccount = pgTable(
  "user_account",
  {
    id: id(),
    email: text("email").notNull(),
    name: text("name").notNull(),
    locale: localeEnum("locale").notNull(),
    passwordHash: text("password_hash"),
    emailVerifiedAt: instant("email_verified_at"),
    isSuperAdmin: boolean("is_super_admin").notNull().default(false),
    /** Raised on password change, role change, disable and "sign out everywhere": older sessions die at once. */
    sessionVersion: integer("session_version").notNull().default(1),
    totpSecret: text("totp_secret"),
    disabledAt: instant("disabled_at"),
    ...timestamps(),
  },
  (t) => [uniqueIndex("user_account_email_key").on(sql`lower(${t.email})`)],
);

/** A signed-in browser. The cookie carries its id; every request reads the row. */
export const userSession = pgTable(
  "user_session",
  {
    id: id(),
    userId: uuid("user_id")
      .notNull()
      .references(() => userAccount.id, { onDelete: "cascade" }),
    sessionVersion: integer("session_version").notNull(),
    organizationId: uuid("active_organization_id").references(() => organization.id, { onDelete: "set null" }),
    ipAddress: text("ip_address"),
    userAgent: text("user_agent"),
    lastSeenAt: instant("last_seen_at").notNull(),
    expiresAt: instant("expires_at").notNull(),
    revokedAt: instant("revoked_at"),
    ...timestamps(),
  },
  (t) => [index("user_session_user_idx").on(t.userId)],
);

export const membership = pgTable(
  "membership",
  {
    id: id(),
    organizationId: organizationId(),
    userId: uuid("user_id")
      .notNull()
      .references(() => userAccount.id, { onDelete: "restrict" }),
    role: membershipRoleEnum("role").notNull(),
    endedAt: instant("ended_at"),
    ...timestamps(),
  },
  (t) => [
    unique("membership_tenant_key").on(t.organizationId, t.id),
    uniqueIndex("membership_user_key")
      .on(t.organizationId, t.userId)
      .where(sql`${t.endedAt} is null`),
    foreignKey({ columns: [t.organizationId], foreignColumns: [organization.id] }).onDelete("restrict"),
    index("membership_user_idx").on(t.userId),
  ],
);

/** Single-use tokens (verify, reset, invite, magic link): only the SHA-256 is kept. */
export const authToken = pgTable(
  "auth_token",
  {
    id: id(),
    purpose: authTokenPurposeEnum("purpose").notNull(),
    tokenHash: text("token_hash").notNull(),
    email: text("email").notNull(),
    userId: uuid("user_id").references(() => userAccount.id, { onDelete: "cascade" }),
    organizationId: uuid("for_organization_id").references(() => organization.id, { onDelete: "cascade" }),
    role: membershipRoleEnum("role"),
    expiresAt: instant("expires_at").notNull(),
    usedAt: instant("used_at"),
    revokedAt: instant("revoked_at"),
    ...timestamps(),
  },
  (t) => [uniqueIndex("auth_token_hash_key").on(t.tokenHash)],
);

/** Every attempt to sign in, for limits per account, per address and overall, and for the security log. */
export const signInAttempt = pgTable(
  "sign_in_attempt",
  {
    id: id(),
    emailHash: text("email_hash").notNull(),
    ipAddress: text("ip_address").notNull(),
    succeeded: boolean("succeeded").notNull(),
    attemptedAt: instant("attempted_at").notNull(),
  },
  (t) => [
    index("sign_in_attempt_email_idx").on(t.emailHash, t.attemptedAt),
    index("sign_in_attempt_ip_idx").on(t.ipAddress, t.attemptedAt),
    index("sign_in_attempt_time_idx").on(t.attemptedAt),
  ],
);
