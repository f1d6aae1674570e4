import { timingSafeEqual } from "node:crypto";

import { ApiError } from "@/sandbox/stripe/api-error";

/** Which of the two keys a request carries: the secret one may do everything, the publishable one what browsers do. */
export type KeyKind = "secret" | "publishable";
export type ApiKeys = { secretKey: string; publishableKey: string };

/** Reads `Authorization: Bearer …` or Basic with the key as the user name, or throws the 401 Stripe answers. */
export function authenticate(authorization: string | undefined, keys: ApiKeys): KeyKind {
  const key = readKey(authorization);
  if (key === undefined) {
    throw unauthorized(
      "You did not provide an API key. You need to provide your API key in the Authorization header, using Bearer auth " +
        "(e.g. 'Authorization: Bearer YOUR_SECRET_KEY').",
    );
  }
  if (isSame(key, keys.secretKey)) return "secret";
  if (isSame(key, keys.publishableKey)) return "publishable";

  throw unauthorized(`Invalid API Key provided: ${key.slice(0, 8)}****${key.slice(-4)}`);
}

/** The answer to a publishable key where only the secret one will do. */
export function secretKeyRequired(): ApiError {
  return unauthorized(
    "This API call cannot be made with a publishable API key. Please use a secret API key. You can find a list of your API " +
      "keys at https://dashboard.stripe.com/account/apikeys.",
    "secret_key_required",
  );
}

function readKey(authorization: string | undefined): string | undefined {
  const [scheme, credentials] = (authorization ?? "").split(" ");
  if (credentials === undefined || credentials === "") return undefined;
  if (scheme?.toLowerCase() === "bearer") return credentials;
  if (scheme?.toLowerCase() !== "basic") return undefined;

  return Buffer.from(credentials, "base64").toString("utf8").split(":")[0] || undefined;
}

function isSame(given: string, expected: string): boolean {
  const [left, right] = [Buffer.from(given), Buffer.from(expected)];

  return left.length === right.length && timingSafeEqual(left, right);
}

function unauthorized(message: string, code?: string): ApiError {
  return new ApiError(401, {
    body: { type: "invalid_request_error", message, ...(code === undefined ? {} : { code }) },
  });
}
