import { type NextRequest, NextResponse } from "next/server";
import { PATH_HEADER } from "@/lib/auth/callback-url";
import type { ErrorCode } from "@/lib/core/errors";
import { isLocale } from "@/lib/core/locale";
import { detectLocale, LOCALE_COOKIE, LOCALE_HEADER } from "@/lib/i18n/detect-locale";
import { isSameOrigin, requestOrigin } from "@/lib/platform/same-origin";

/** Public pages that people type without a language in front. */
const PUBLIC_PATHS = new Set(["/", "/pricing"]);

/**
 * Not a lock: every gate checks its own session. It sends readers to their language, refuses malformed API paths before
 * the framework turns them into a plain-text 500, and gives each page a Content-Security-Policy with a fresh nonce.
 */
export function proxy(request: NextRequest): NextResponse {
  const { pathname } = request.nextUrl;
  if (pathname.startsWith("/api/")) {
    return isWellFormed(pathname) ? NextResponse.next() : refusal(400, "Bad Request", "invalid_input");
  }
  if (isForeignPost(request)) return refusal(403, "Forbidden", "forbidden");
  if (PUBLIC_PATHS.has(pathname)) return redirectToLocale(request);

  const nonce = btoa(crypto.randomUUID());
  const policy = contentSecurityPolicy(nonce);

  const headers = new Headers(request.headers);
  headers.set("x-nonce", nonce);
  headers.set("content-security-policy", policy);
  headers.set(PATH_HEADER, askedPath(request.nextUrl));
  headers.delete(LOCALE_HEADER);
  const [, first] = pathname.split("/");
  if (isLocale(first)) headers.set(LOCALE_HEADER, first);

  const response = NextResponse.next({ request: { headers } });
  response.headers.set("content-security-policy", policy);
  return response;
}

export const config = {
  matcher: ["/((?!_next/static|_next/image|icon.svg|apple-icon.png|manifest.webmanifest).*)"],
};

function redirectToLocale(request: NextRequest): NextResponse {
  const locale = detectLocale({
    cookie: request.cookies.get(LOCALE_COOKIE)?.value,
    acceptLanguage: request.headers.get("accept-language"),
  });
  const target = request.nextUrl.clone();
  target.pathname = target.pathname === "/" ? `/${locale}` : `/${locale}${target.pathname}`;

  const response = NextResponse.redirect(target);
  response.headers.set("vary", "accept-language, cookie");
  return response;
}

/** The path and query of the page, without what the router adds for itself. */
function askedPath(url: URL): string {
  const query = new URLSearchParams(url.search);
  query.delete("_rsc");
  return query.size === 0 ? url.pathname : `${url.pathname}?${query}`;
}

function isWellFormed(pathname: string): boolean {
  try {
    decodeURIComponent(pathname);
    return true;
  } catch {
    return false;
  }
}

/**
 * A form or server action sent from another site, or with an Origin that is none. Next refuses these too, but as a 500. One
 * without an Origin is judged by the action itself.
 */
function isForeignPost(request: NextRequest): boolean {
  if (request.method === "GET" || request.method === "HEAD" || !request.headers.has("origin")) return false;
  return !isSameOrigin(requestOrigin(request.headers, process.env.APP_URL ?? request.nextUrl.origin));
}

/** RFC 9457, as every other answer of the API. */
function refusal(status: number, title: string, code: ErrorCode): NextResponse {
  const requestId = crypto.randomUUID();
  return NextResponse.json(
    { type: "about:blank", title, status, code, requestId },
    { status, headers: { "content-type": "application/problem+json", "x-request-id": requestId } },
  );
}

/** Nothing foreign, except what takes cards: the sandbox's own port without keys, Stripe with them. */
function contentSecurityPolicy(nonce: string): string {
  const development = process.env.NODE_ENV === "development";
  const key = process.env.STRIPE_PUBLISHABLE_KEY;
  const keyed = key !== undefined && key !== "" && !key.startsWith("pk_test_sandbox_");
  const sandbox = keyed ? "" : (process.env.SANDBOX_PUBLIC_URL ?? "");

  const script = `'self' 'nonce-${nonce}' 'strict-dynamic'${keyed ? " https://js.stripe.com" : ""}`;
  const connect = keyed ? "https://api.stripe.com" : sandbox;
  const frame = keyed ? "https://js.stripe.com https://hooks.stripe.com" : sandbox;

  return [
    "default-src 'self'",
    `script-src ${script}${development ? " 'unsafe-eval'" : ""}`,
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "font-src 'self'",
    `connect-src 'self' ${connect}${development ? " ws:" : ""}`,
    `frame-src 'self' blob: ${frame}`,
    "object-src 'none'",
    "base-uri 'self'",
    "form-action 'self'",
    "frame-ancestors 'self'",
  ]
    .map((directive) => directive.trim())
    .join("; ");
}
