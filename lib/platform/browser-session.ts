import "server-only";
import { headers } from "next/headers";
import { currentSessionId } from "@/lib/auth/queries/session";
import { endSession } from "@/lib/auth/services/end-session";
import { AppError } from "@/lib/core/errors";
import { clientAddress } from "@/lib/platform/client-address";
import { clock } from "@/lib/platform/clock";
import { nextAuth, SignInRefused } from "@/lib/platform/next-auth";

/**
 * Signs this browser in: a new session row and a new cookie. The session it had before, if any, ends.
 * @throws AppError invalid_credentials | too_many_requests | email_not_verified
 */
export async function startBrowserSession(credentials: { email: string; password: string }): Promise<void> {
  const before = await currentSessionId();
  try {
    await nextAuth.signIn("credentials", { ...credentials, redirect: false });
  } catch (error) {
    if (error instanceof SignInRefused) throw new AppError(error.code);
    throw error;
  }
  if (before !== null) await end(before);
}

/** Ends the session row first, so that a copy of the cookie dies too, and then clears the cookie. */
export async function endBrowserSession(): Promise<void> {
  const sessionId = await currentSessionId();
  if (sessionId !== null) await end(sessionId);
  await nextAuth.signOut({ redirect: false });
}

async function end(sessionId: string): Promise<void> {
  await endSession({ sessionId, ipAddress: clientAddress(await headers()), now: clock.now() });
}
