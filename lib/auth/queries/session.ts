import "server-only";
import { and, desc, eq, gt, isNull, lt, sql } from "drizzle-orm";
import { decode } from "next-auth/jwt";
import { cookies, headers } from "next/headers";
import { notFound, redirect } from "next/navigation";
import { cache } from "react";
import { membership, userAccount, userSession } from "@/db/schema/identity";
import { type Executor, platformTransaction } from "@/db/transaction";
import type { UserActor } from "@/lib/auth/actor";
import { PATH_HEADER, signInPath } from "@/lib/auth/callback-url";
import { type Gate, type GateActor, opensTo } from "@/lib/auth/gate";
import { LAST_SEEN_EVERY_SECONDS, MAX_TOKEN_LENGTH, sessionCookie } from "@/lib/auth/session-token";
import { isId } from "@/lib/core/ids";
import { clientAddress } from "@/lib/platform/client-address";
import { clock } from "@/lib/platform/clock";
import { env } from "@/lib/platform/env";

/**
 * Who is asking, or null: the cookie names a session row, and the row is read at every request, so that a session dies with
 * signing out, a new password, another role or a disabled account. Read once a render.
 */
export const currentActor = cache(readActor);

/** As currentActor, read anew: for the request that has just signed someone in. */
export async function readActor(): Promise<UserActor | null> {
  const sessionId = await currentSessionId();
  if (sessionId === null) return null;

  const ipAddress = clientAddress(await headers());
  return platformTransaction((tx) => loadActor(tx, { sessionId, ipAddress, now: clock.now() }));
}

/** The id in the signed-in browser's cookie, whether or not its session still lives. */
export async function currentSessionId(): Promise<string | null> {
  const { name } = sessionCookie(env().APP_URL);
  const token = (await cookies()).get(name)?.value;
  if (token === undefined || token === "" || token.length > MAX_TOKEN_LENGTH) return null;

  try {
    const payload = await decode({ token, secret: env().AUTH_SECRET, salt: name });
    return isId(payload?.sid) ? payload.sid : null;
  } catch {
    // Forged, expired, of another key or algorithm: whoever sent it is simply not signed in.
    return null;
  }
}

/** Whoever is signed in; others are sent to sign in and come back. */
async function requireActor(): Promise<UserActor> {
  return (await currentActor()) ?? redirect(signInPath((await headers()).get(PATH_HEADER)));
}

/**
 * The one gate of /manager, /resident and /admin. Every page behind it calls it too, because a layout is not rendered again
 * (and can be left out by whoever forges the router's headers). Nobody signed in: to the sign-in page. Another role: not found.
 */
export async function requireRole<G extends Gate>(gate: G): Promise<GateActor<G>> {
  const actor = await requireActor();
  return opensTo(gate, actor) ? (actor as GateActor<G>) : notFound();
}

/**
 * The actor of a living session: not revoked, not expired, of the account's present session version, the account not disabled.
 * Their organization is the one last chosen, else the first they joined.
 */
export async function loadActor(
  tx: Executor,
  at: { sessionId: string; ipAddress: string | null; now: Date },
): Promise<UserActor | null> {
  const [row] = await tx
    .select({
      userId: userAccount.id,
      name: userAccount.name,
      email: userAccount.email,
      isSuperAdmin: userAccount.isSuperAdmin,
      organizationId: membership.organizationId,
      role: membership.role,
      lastSeenAt: userSession.lastSeenAt,
    })
    .from(userSession)
    .innerJoin(userAccount, eq(userAccount.id, userSession.userId))
    .leftJoin(membership, and(eq(membership.userId, userAccount.id), isNull(membership.endedAt)))
    .where(
      and(
        eq(userSession.id, at.sessionId),
        isNull(userSession.revokedAt),
        gt(userSession.expiresAt, at.now),
        eq(userSession.sessionVersion, userAccount.sessionVersion),
        isNull(userAccount.disabledAt),
      ),
    )
    .orderBy(
      desc(sql`coalesce(${membership.organizationId} = ${userSession.organizationId}, false)`),
      membership.createdAt,
      membership.id,
    )
    .limit(1);
  if (!row) return null;

  const { lastSeenAt, ...person } = row;
  await touchSession(tx, { sessionId: at.sessionId, lastSeenAt, now: at.now });
  return { kind: "user", ...person, sessionId: at.sessionId, ipAddress: at.ipAddress };
}

/** The one write of a read: when a session was last used, for the list of one's own sessions. */
async function touchSession(tx: Executor, seen: { sessionId: string; lastSeenAt: Date; now: Date }): Promise<void> {
  const due = new Date(seen.now.getTime() - LAST_SEEN_EVERY_SECONDS * 1_000);
  if (seen.lastSeenAt > due) return;

  await tx
    .update(userSession)
    .set({ lastSeenAt: seen.now })
    .where(and(eq(userSession.id, seen.sessionId), lt(userSession.lastSeenAt, due)));
}
