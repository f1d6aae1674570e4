/**
 * Every error we expect, with the HTTP status it becomes at the edge. The code is also the key of the user's sentence in
 * the `errors` messages.
 */
export const ERROR_STATUS = {
  not_found: 404,
  unauthenticated: 401,
  session_expired: 401,
  forbidden: 403,
  invalid_input: 422,
  conflict: 409,
  quota_exceeded: 402,
  plan_limit: 402,
  quote_expired: 409,
  quote_changed: 409,
  payment_declined: 402,
  payment_unknown: 409,
  no_payment_method: 409,
  too_many_requests: 429,
  provider_unavailable: 503,
  parked: 409,
  illegal_transition: 409,
  database_unavailable: 503,
  internal: 500,
  invalid_credentials: 401,
  email_not_verified: 403,
  already_exists: 409,
  token_invalid: 410,
  token_expired: 410,
  event_too_old: 422,
  event_conflict: 409,
  pending_change: 409,
  refund_exceeds_payment: 409,
  credit_exceeds_invoice: 409,
  currency_mismatch: 422,
  quantity_above_tiers: 422,
  tax_unavailable: 503,
  payload_too_large: 413,
  method_not_allowed: 405,
  read_only: 403,
} as const;

export type ErrorCode = keyof typeof ERROR_STATUS;

export type AppErrorDetails = {
  /** For the log, in English; the user reads the sentence of the code instead. */
  message?: string;
  /** Values the user's sentence names, e.g. the limit and the usage. */
  params?: Record<string, string | number>;
  /** Form field → message keys. */
  fieldErrors?: Record<string, string[]>;
  cause?: unknown;
};

/** An error we expect: it reaches the user as a sentence and a status, not as a stack. */
export class AppError extends Error {
  readonly code: ErrorCode;
  readonly status: number;
  readonly params?: Record<string, string | number>;
  readonly fieldErrors?: Record<string, string[]>;

  constructor(code: ErrorCode, details: AppErrorDetails = {}) {
    super(details.message ?? code, details.cause === undefined ? undefined : { cause: details.cause });
    this.name = "AppError";
    this.code = code;
    this.status = ERROR_STATUS[code];
    if (details.params) this.params = details.params;
    if (details.fieldErrors) this.fieldErrors = details.fieldErrors;
  }
}

/** True for an expected error, optionally of one code. */
export function isAppError(error: unknown, code?: ErrorCode): error is AppError {
  return error instanceof AppError && (code === undefined || error.code === code);
}
