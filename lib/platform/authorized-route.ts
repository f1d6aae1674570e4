import "server-only";
import type { NextRequest } from "next/server";
import { unstable_rethrow } from "next/navigation";
import type { z } from "zod";
import { AppError, isAppError } from "@/lib/core/errors";
import { type ActorFor, authorize, type Authorization } from "@/lib/platform/authorize";
import { env } from "@/lib/platform/env";
import { invalidInput, parseInput } from "@/lib/platform/parse-input";
import { problem, problemOf } from "@/lib/platform/problem";
import { readJson } from "@/lib/platform/request-body";
import { newRequestId, REQUEST_ID_HEADER } from "@/lib/platform/request-id";
import { isSameOrigin, requestOrigin } from "@/lib/platform/same-origin";

type Schema = z.ZodType | undefined;
type Output<S extends Schema> = S extends z.ZodType ? z.output<S> : undefined;

type RouteCall<P extends Authorization, I> = I & { actor: ActorFor<P>; request: NextRequest; requestId: string };

type RouteInput<PS extends Schema, QS extends Schema, BS extends Schema> = {
  params: Output<PS>;
  query: Output<QS>;
  body: Output<BS>;
};

type RouteOptions<P extends Authorization, PS extends Schema, QS extends Schema, BS extends Schema> = {
  permission: P;
  /** What is in the path. A value that does not fit is a row that does not exist: 404. */
  params?: PS;
  /** A name sent several times is an array. */
  query?: QS;
  /** JSON of at most 1 MB. */
  body?: BS;
  handler: (call: RouteCall<P, RouteInput<PS, QS, BS>>) => Promise<Response | object>;
};

type RouteContext = { params: Promise<Record<string, string | string[] | undefined>> };

const SAFE_METHODS = new Set(["GET", "HEAD", "OPTIONS"]);

/**
 * A route for those who are signed in: same origin (when it changes something) → actor → can() → parse → handler. Errors are
 * RFC 9457 problems. A handler answers an object, sent as JSON, or a Response of its own, such as a file. Nothing is cached.
 */
export function authorizedRoute<
  P extends Authorization,
  PS extends Schema = undefined,
  QS extends Schema = undefined,
  BS extends Schema = undefined,
>(options: RouteOptions<P, PS, QS, BS>): (request: NextRequest, context: RouteContext) => Promise<Response> {
  return async (request, context) => {
    const requestId = newRequestId();
    try {
      refuseForeignWrite(request);
      const actor = await authorize(options.permission);
      const input = await routeInput({ ...options, request, context });
      const answer = await options.handler({ ...input, actor, request, requestId });
      return privately(answer instanceof Response ? answer : Response.json(answer), requestId);
    } catch (error) {
      unstable_rethrow(error);
      return isAppError(error, "session_expired") ? problem("unauthenticated", requestId) : problemOf(error, requestId);
    }
  };
}

/** Next compares origins for server actions only; a route that takes the cookie does it itself. */
function refuseForeignWrite(request: NextRequest): void {
  if (SAFE_METHODS.has(request.method)) return;
  if (!isSameOrigin(requestOrigin(request.headers, env().APP_URL))) throw new AppError("forbidden");
}

async function routeInput<PS extends Schema, QS extends Schema, BS extends Schema>(from: {
  params?: PS;
  query?: QS;
  body?: BS;
  request: NextRequest;
  context: RouteContext;
}): Promise<RouteInput<PS, QS, BS>> {
  const params = from.params && parseInput(from.params, await from.context.params);
  if (params?.ok === false) throw new AppError("not_found");

  const query = from.query && parseInput(from.query, queryInput(from.request.nextUrl.searchParams));
  if (query?.ok === false) throw invalidInput(query.issues);

  const body = from.body && parseInput(from.body, await readJson(from.request));
  if (body?.ok === false) throw invalidInput(body.issues);

  return { params: params?.input, query: query?.input, body: body?.input } as RouteInput<PS, QS, BS>;
}

function queryInput(query: URLSearchParams): Record<string, string | string[]> {
  const names = [...new Set(query.keys())];
  return Object.fromEntries(
    names.map((name) => {
      const all = query.getAll(name);
      return [name, all.length > 1 ? all : (all[0] ?? "")];
    }),
  );
}

/** What one person may see is never another's to find in a cache on the way. */
function privately(response: Response, requestId: string): Response {
  const headers = new Headers(response.headers);
  headers.set("cache-control", "private, no-store");
  headers.set(REQUEST_ID_HEADER, requestId);
  return new Response(response.body, { status: response.status, statusText: response.statusText, headers });
}
