import "server-only";
import { randomBytes } from "node:crypto";
import { sql } from "drizzle-orm";
import { userAccount } from "@/db/schema/identity";
import { platformTransaction, postgresCode } from "@/db/transaction";
import type { UserActor } from "@/lib/auth/actor";
import { hashPassword } from "@/lib/auth/services/password";
import { AppError } from "@/lib/core/errors";
import { newId } from "@/lib/core/ids";
import { type Registration, registerOrganization } from "@/lib/organizations/services/register-organization";
import type { CreateTestOrganization } from "@/lib/organizations/schemas";
import { slugOf } from "@/lib/organizations/slug";

/** Sixteen letters of base64: 96 bits. */
const PASSWORD_BYTES = 12;
const SLUG_TAIL = 6;

/** Where a test organization has its seat: nowhere, in Athens. */
const SEAT = {
  vatId: null,
  country: "GR",
  addressLine: "Οδός Δοκιμής 1",
  postalCode: "105 00",
  city: "Αθήνα",
  timeZone: "Europe/Athens",
} as const;

/**
 * Registers an organization under a test clock, with an owner who can sign in. The password is made here and given back
 * this once; only its hash is kept.
 * @throws AppError not_found for an unknown clock; already_exists for an e-mail address in use
 */
export async function createTestOrganization(
  request: CreateTestOrganization & { actor: UserActor; wallClock: Date },
): Promise<{ organizationId: string; password: string }> {
  const password = randomBytes(PASSWORD_BYTES).toString("base64url");
  const registration: Registration = {
    ...SEAT,
    name: request.name,
    legalName: request.name,
    slug: [slugOf(request.name), newId().slice(-SLUG_TAIL)].filter(Boolean).join("-"),
    locale: request.locale,
    owner: { name: request.ownerName, email: request.ownerEmail, passwordHash: await hashPassword(password) },
  };

  try {
    const { organizationId } = await platformTransaction(async (tx) => {
      const taken = await tx
        .select({ id: userAccount.id })
        .from(userAccount)
        .where(sql`lower(${userAccount.email}) = ${request.ownerEmail.toLowerCase()}`);
      if (taken.length > 0) throw emailInUse();
      const { testClockId, actor, wallClock } = request;
      return registerOrganization(tx, { registration, testClockId, mode: "test", actor, wallClock });
    });
    return { organizationId, password };
  } catch (error) {
    throw postgresCode(error) === "23505" ? emailInUse() : error;
  }
}

function emailInUse(): AppError {
  return new AppError("already_exists", { fieldErrors: { ownerEmail: ["already_exists"] } });
}
