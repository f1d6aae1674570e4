import "server-only";
import NextAuth, { CredentialsSignin, type NextAuthConfig } from "next-auth";
import Credentials from "next-auth/providers/credentials";
import { z } from "zod";
import { safeCallbackPath } from "@/lib/auth/callback-url";
import { endSession } from "@/lib/auth/services/end-session";
import { signIn as checkPassword } from "@/lib/auth/services/sign-in";
import { SESSION_MAX_AGE_SECONDS, sessionCookie } from "@/lib/auth/session-token";
import { type ErrorCode, isAppError } from "@/lib/core/errors";
import { isId } from "@/lib/core/ids";
import { clientAddress } from "@/lib/platform/client-address";
import { clock } from "@/lib/platform/clock";
import { env } from "@/lib/platform/env";
import { logger } from "@/lib/platform/logger";
import { parseInput } from "@/lib/platform/parse-input";

const credentialsSchema = z.object({ email: z.string().max(320), password: z.string().max(10_000) });

/** A sign-in we refuse for a reason the person is told. */
export class SignInRefused extends CredentialsSignin {
  override readonly code: ErrorCode;

  constructor(code: ErrorCode) {
    super();
    this.code = code;
  }
}

/**
 * next-auth, wrapped here and in lib/auth/queries/session: it makes, encrypts and clears the cookie. The cookie carries the id of
 * a session row and nothing else. The settings are read on first use, so that building needs none.
 */
export const nextAuth = NextAuth(() => configuration());

function configuration(): NextAuthConfig {
  const { APP_URL, AUTH_SECRET } = env();
  // Links and redirects follow our own address, never the Host header.
  process.env.AUTH_URL ||= APP_URL;

  return {
    secret: AUTH_SECRET,
    basePath: "/api/auth",
    trustHost: true,
    useSecureCookies: sessionCookie(APP_URL).isSecure,
    session: { strategy: "jwt", maxAge: SESSION_MAX_AGE_SECONDS },
    pages: { signIn: "/sign-in", signOut: "/sign-in", error: "/sign-in" },
    providers: [Credentials({ credentials: { email: {}, password: {} }, authorize: startSession })],
    callbacks: {
      jwt: ({ token, user }) => ({ sid: user ? user.id : token.sid }),
      session: ({ session }) => ({ expires: session.expires }),
      redirect: ({ url, baseUrl }) => `${baseUrl}${safeCallbackPath(url) ?? "/"}`,
    },
    events: {
      signOut: async (message) => {
        const sessionId = "token" in message ? message.token?.sid : null;
        if (isId(sessionId)) await endSession({ sessionId, ipAddress: null, now: clock.now() });
      },
    },
    logger: {
      error: (error) => logger().debug({ error }, "next-auth"),
      warn: (code) => logger().debug({ code }, "next-auth"),
      debug: () => undefined,
    },
  };
}

/** next-auth's `authorize`: its user is our session row. */
async function startSession(credentials: unknown, request: Request): Promise<{ id: string }> {
  const parsed = parseInput(credentialsSchema, pickCredentials(credentials));
  if (!parsed.ok) throw new SignInRefused("invalid_credentials");
  try {
    const { sessionId } = await checkPassword({
      ...parsed.input,
      ipAddress: clientAddress(request.headers),
      userAgent: request.headers.get("user-agent"),
      now: clock.now(),
    });
    return { id: sessionId };
  } catch (error) {
    if (isAppError(error)) throw new SignInRefused(error.code);
    throw error;
  }
}

/** next-auth adds fields of its own (csrfToken, callbackUrl) to what was typed. */
function pickCredentials(credentials: unknown): unknown {
  const { email, password } = credentials as Record<string, unknown>;
  return { email, password };
}
