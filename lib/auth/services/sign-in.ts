import "server-only";
import { eq, sql } from "drizzle-orm";
import { signInAttempt, userAccount, userSession } from "@/db/schema/identity";
import { type Executor, platformTransaction } from "@/db/transaction";
import { MAX_PASSWORD_LENGTH, verifyPassword } from "@/lib/auth/services/password";
import { recordAuthEvent } from "@/lib/auth/services/record-auth-event";
import { registerAttempt } from "@/lib/auth/services/register-attempt";
import { SESSION_MAX_AGE_SECONDS } from "@/lib/auth/session-token";
import { normalizeEmail } from "@/lib/auth/sign-in-limits";
import { AppError } from "@/lib/core/errors";
import { newId } from "@/lib/core/ids";

const MAX_USER_AGENT_LENGTH = 300;

export type SignInAttempt = {
  email: string;
  password: string;
  ipAddress: string | null;
  userAgent: string | null;
  /** Wall clock. */
  now: Date;
};

type Account = {
  id: string;
  passwordHash: string | null;
  sessionVersion: number;
  emailVerifiedAt: Date | null;
  disabledAt: Date | null;
};

/**
 * Checks an e-mail address and a password and starts a session with an id of its own, never one the browser brought.
 * Unknown, wrong and locked take the same time, and each says the same for an address we know and for one we do not: a hash is
 * always computed, and limits count by what was typed. The password is checked between two transactions, so that no
 * connection waits for it.
 * @throws AppError invalid_credentials | too_many_requests | email_not_verified
 */
export async function signIn(attempt: SignInAttempt): Promise<{ sessionId: string; userId: string }> {
  const email = normalizeEmail(attempt.email);
  const { account, registered } = await platformTransaction(async (tx) => ({
    registered: await registerAttempt(tx, { email, ipAddress: attempt.ipAddress, now: attempt.now }),
    account: await findAccount(tx, email),
  }));

  if (registered.refusedBy === "address" || registered.refusedBy === "overall") throw new AppError("too_many_requests");
  const isLocked = registered.refusedBy === "account";
  const mayTry = !isLocked && account?.disabledAt === null && attempt.password.length <= MAX_PASSWORD_LENGTH;
  const isRight = await verifyPassword(
    mayTry ? account.passwordHash : null,
    attempt.password.slice(0, MAX_PASSWORD_LENGTH),
  );

  if (isLocked) throw new AppError("too_many_requests");
  if (!account || !isRight) throw new AppError("invalid_credentials");
  if (account.emailVerifiedAt === null) throw new AppError("email_not_verified");

  return platformTransaction((tx) => startSession(tx, account, { ...attempt, attemptId: registered.id }));
}

async function findAccount(tx: Executor, email: string): Promise<Account | undefined> {
  const [account] = await tx
    .select({
      id: userAccount.id,
      passwordHash: userAccount.passwordHash,
      sessionVersion: userAccount.sessionVersion,
      emailVerifiedAt: userAccount.emailVerifiedAt,
      disabledAt: userAccount.disabledAt,
    })
    .from(userAccount)
    .where(eq(sql`lower(${userAccount.email})`, email));
  return account;
}

async function startSession(
  tx: Executor,
  account: Account,
  attempt: SignInAttempt & { attemptId: string },
): Promise<{ sessionId: string; userId: string }> {
  const { now, ipAddress } = attempt;
  const sessionId = newId();
  await tx.update(signInAttempt).set({ succeeded: true }).where(eq(signInAttempt.id, attempt.attemptId));
  await tx.insert(userSession).values({
    id: sessionId,
    userId: account.id,
    sessionVersion: account.sessionVersion,
    ipAddress,
    userAgent: attempt.userAgent?.slice(0, MAX_USER_AGENT_LENGTH) ?? null,
    lastSeenAt: now,
    expiresAt: new Date(now.getTime() + SESSION_MAX_AGE_SECONDS * 1_000),
  });
  await recordAuthEvent(tx, {
    action: "session.started",
    userId: account.id,
    sessionId,
    ipAddress,
    occurredAt: now,
  });
  return { sessionId, userId: account.id };
}
