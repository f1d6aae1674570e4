import { createHash } from "node:crypto";

import { ApiError, invalidRequest } from "@/sandbox/stripe/api-error";
import type { Executor } from "@/sandbox/stripe/database/connect";
import { canonicalForm, type FormHash } from "@/sandbox/stripe/http/form";

export type IdempotentRequest = { scope: string; key: string; endpoint: string; paramsHash: string };
type StoredRow = { endpoint: string; params_hash: string; status: number; body: string; request_id: string };
export type Replay = { status: number; body: string; requestId: string };

/** What the key is bound to. Keys of browsers and of servers never meet. */
export function idempotentRequest(
  key: string,
  request: { scope: string; method: string; path: string; form: FormHash },
): IdempotentRequest {
  if (key.length > 255) {
    throw invalidRequest("The idempotency key is too long: it can have at most 255 characters.");
  }
  const paramsHash = createHash("sha256").update(canonicalForm(request.form)).digest("base64");

  return { scope: request.scope, key, endpoint: `${request.method} ${request.path}`, paramsHash };
}

/**
 * Claims the key until the transaction ends and returns the answer it already has, if any. The claim is an advisory lock,
 * so a worker that dies frees it, and what it had begun is rolled back with it. Throws 409 while another request with the
 * key is running and 400 when the key was used for something else.
 */
export async function claimKey(tx: Executor, request: IdempotentRequest): Promise<Replay | undefined> {
  const lock = tx<{ granted: boolean }[]>`
    select pg_try_advisory_xact_lock(hashtextextended(${`${request.scope}:${request.key}`}, 0)) as granted`;
  const stored = tx<StoredRow[]>`
    select endpoint, params_hash, status, body, request_id from sandbox_stripe.idempotency_keys
    where scope = ${request.scope} and key = ${request.key}`;
  const [[locked], [row]] = await Promise.all([lock, stored]);
  if (!locked?.granted) throw keyInUse(request.key);
  if (row === undefined) return undefined;

  if (row.endpoint !== request.endpoint) {
    throw mismatch(
      `Keys for idempotent requests can only be used for the same endpoint they were first used for ('${request.endpoint}' ` +
        `vs '${row.endpoint}'). Try using a key other than '${request.key}' if you meant to execute a different request.`,
    );
  }
  if (row.params_hash !== request.paramsHash) {
    throw mismatch(
      "Keys for idempotent requests can only be used with the same parameters they were first used with. Try using a key " +
        `other than '${request.key}' if you meant to execute a different request.`,
    );
  }

  return { status: row.status, body: row.body, requestId: row.request_id };
}

function mismatch(message: string): ApiError {
  return new ApiError(400, { body: { type: "idempotency_error", message } });
}

function keyInUse(key: string): ApiError {
  return new ApiError(409, {
    body: {
      type: "idempotency_error",
      code: "idempotency_key_in_use",
      message:
        "There is currently another in-progress request using this Idempotent Key (that probably means you submitted twice, " +
        `and the other request is still going through): ${key}. Please try again later.`,
    },
  });
}
