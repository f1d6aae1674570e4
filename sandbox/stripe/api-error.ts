/** Stripe's four error types, docs.stripe.com/api/errors. */
export type ApiErrorType = "api_error" | "card_error" | "idempotency_error" | "invalid_request_error";

/** The `error` hash of an answer; card errors carry the objects they are about. */
export type ApiErrorBody = {
  type: ApiErrorType;
  message: string;
  code?: string;
  param?: string;
  doc_url?: string;
  decline_code?: string;
  advice_code?: string;
  charge?: string;
  payment_intent?: object;
  setup_intent?: object;
  payment_method?: object;
};

/**
 * An answer other than 2xx. With `keepsEffects` what the request had done until then is still written (a declined
 * charge, the intent's last error); without it nothing of the request remains but the answer itself.
 */
export class ApiError extends Error {
  readonly status: number;
  readonly body: ApiErrorBody;
  readonly keepsEffects: boolean;

  constructor(status: number, options: { body: ApiErrorBody; keepsEffects?: boolean }) {
    super(options.body.message);
    this.status = status;
    this.body = withDocumentation(options.body);
    this.keepsEffects = options.keepsEffects ?? false;
  }
}

function withDocumentation(body: ApiErrorBody): ApiErrorBody {
  if (body.code === undefined) return body;

  return { ...body, doc_url: `https://docs.stripe.com/error-codes/${body.code.replaceAll("_", "-")}` };
}

/** 400 by default: the request itself is wrong. */
export function invalidRequest(
  message: string,
  options: { code?: string; param?: string; status?: number; payment_intent?: object; setup_intent?: object } = {},
): ApiError {
  const { status = 400, ...rest } = options;

  return new ApiError(status, { body: { type: "invalid_request_error", message, ...rest } });
}

/** 404 when the path names the object, 400 when a parameter does, as Stripe answers. */
export function resourceMissing(type: string, options: { id: string; param: string; status: 400 | 404 }): ApiError {
  return invalidRequest(`No such ${type.replaceAll("_", "")}: '${options.id}'`, {
    code: "resource_missing",
    param: options.param,
    status: options.status,
  });
}
