export type RequestOrigin = {
  origin: string | null;
  /** The Host header itself: a forwarded one is for the proxy to say, and for anyone else to forge. */
  host: string | null;
  secFetchSite: string | null;
  appUrl: string;
};

/**
 * Whether a request that changes something comes from a page of ours. Browsers send Origin with every POST; a request without
 * it must at least say that it is of the same origin. `null` and malformed origins are foreign.
 */
export function isSameOrigin(request: RequestOrigin): boolean {
  if (request.origin === null) return request.secFetchSite === "same-origin";
  if (!URL.canParse(request.origin)) return false;

  const origin = new URL(request.origin);
  return origin.origin === new URL(request.appUrl).origin || (isHttp(origin) && origin.host === request.host);
}

/** The facts of a request's headers that `isSameOrigin` judges. */
export function requestOrigin(headers: Pick<Headers, "get">, appUrl: string): RequestOrigin {
  return {
    origin: headers.get("origin"),
    host: headers.get("host"),
    secFetchSite: headers.get("sec-fetch-site"),
    appUrl,
  };
}

function isHttp(url: URL): boolean {
  return url.protocol === "http:" || url.protocol === "https:";
}
