import "server-only";
import type { NextRequest } from "next/server";
import { safeCallbackPath } from "@/lib/auth/callback-url";
import { currentActor } from "@/lib/auth/queries/session";
import { AppError } from "@/lib/core/errors";
import { env } from "@/lib/platform/env";
import { nextAuth } from "@/lib/platform/next-auth";
import { problem, problemOf } from "@/lib/platform/problem";
import { newRequestId } from "@/lib/platform/request-id";
import { isSameOrigin, requestOrigin } from "@/lib/platform/same-origin";

type AuthHandler = (request: NextRequest) => Promise<Response>;

/**
 * next-auth's own routes. It knows only the cookie, so whether a session lives is asked of its row first; and what it would answer
 * 500 to (addresses of a client's making) is a 400.
 */
export const authRoute: { GET: AuthHandler; POST: AuthHandler } = {
  GET: (request) =>
    guarded(request, async (incoming) => {
      const isSession = incoming.nextUrl.pathname.endsWith("/session");
      return isSession && (await currentActor()) === null ? Response.json(null) : nextAuth.handlers.GET(incoming);
    }),
  POST: (request) =>
    guarded(request, (incoming) => {
      if (!isSameOrigin(requestOrigin(incoming.headers, env().APP_URL))) throw new AppError("forbidden");
      return nextAuth.handlers.POST(incoming);
    }),
};

async function guarded(request: NextRequest, handler: AuthHandler): Promise<Response> {
  const requestId = newRequestId();
  const asked = request.nextUrl.searchParams.get("callbackUrl");
  if (asked !== null && safeCallbackPath(asked) === null) return problem("invalid_input", requestId, { status: 400 });

  try {
    const response = await handler(request);
    return response.status >= 500 ? problem("invalid_input", requestId, { status: 400 }) : response;
  } catch (error) {
    return problemOf(error, requestId);
  }
}
