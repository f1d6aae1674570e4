import { type ErrorCode, ERROR_STATUS, isAppError } from "@/lib/core/errors";
import { isDatabaseUnavailable } from "@/lib/platform/database-errors";
import { logger } from "@/lib/platform/logger";
import { REQUEST_ID_HEADER } from "@/lib/platform/request-id";

const TITLES: Record<number, string> = {
  400: "Bad Request",
  401: "Unauthorized",
  402: "Payment Required",
  403: "Forbidden",
  404: "Not Found",
  405: "Method Not Allowed",
  409: "Conflict",
  410: "Gone",
  413: "Content Too Large",
  422: "Unprocessable Content",
  429: "Too Many Requests",
  500: "Internal Server Error",
  503: "Service Unavailable",
};

export type ProblemDetails = {
  /** When it differs from the code's own, e.g. 400 for a body that is not JSON. */
  status?: number;
  errors?: Record<string, string[]>;
  params?: Record<string, string | number>;
};

/** An error answer as RFC 9457 has it, with our `code` and `requestId`, and nothing of how it came about. */
export function problem(code: ErrorCode, requestId: string, details: ProblemDetails = {}): Response {
  const status = details.status ?? ERROR_STATUS[code];
  const body = {
    type: "about:blank",
    title: TITLES[status] ?? "Error",
    status,
    code,
    requestId,
    ...(details.errors ? { errors: details.errors } : {}),
    ...(details.params ? { params: details.params } : {}),
  };
  return new Response(JSON.stringify(body), { status, headers: problemHeaders(status, requestId) });
}

/** The problem an error becomes: an expected one as itself, any other as a 500 (503 without a database), logged in full. */
export function problemOf(error: unknown, requestId: string): Response {
  if (isAppError(error)) {
    return problem(error.code, requestId, {
      ...(error.fieldErrors ? { errors: error.fieldErrors } : {}),
      ...(error.params ? { params: error.params } : {}),
    });
  }
  return problem(unexpectedCode(error, requestId), requestId);
}

/** Logs an error nobody expected, and says which code the user reads instead. */
export function unexpectedCode(error: unknown, requestId: string): ErrorCode {
  logger().error({ error, requestId }, "unexpected error");
  return isDatabaseUnavailable(error) ? "database_unavailable" : "internal";
}

function problemHeaders(status: number, requestId: string): Headers {
  const headers = new Headers({
    "content-type": "application/problem+json",
    "cache-control": "private, no-store",
    [REQUEST_ID_HEADER]: requestId,
  });
  if (status === 401) headers.set("www-authenticate", 'Session realm="New Concierge"');
  if (status === 429 || status === 503) headers.set("retry-after", status === 429 ? "60" : "5");
  return headers;
}
