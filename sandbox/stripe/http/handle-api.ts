import type { IncomingMessage, ServerResponse } from "node:http";

import { ApiError, invalidRequest } from "@/sandbox/stripe/api-error";
import { newId } from "@/sandbox/stripe/ids";
import { accountRoutes } from "@/sandbox/stripe/objects/account";
import { balanceTransactionRoutes } from "@/sandbox/stripe/objects/balance-transactions";
import { chargeRoutes } from "@/sandbox/stripe/objects/charges";
import { customerRoutes } from "@/sandbox/stripe/objects/customers";
import { disputeRoutes } from "@/sandbox/stripe/objects/disputes";
import { paymentIntentRoutes } from "@/sandbox/stripe/objects/payment-intents/routes";
import { paymentMethodRoutes } from "@/sandbox/stripe/objects/payment-methods";
import { refundRoutes } from "@/sandbox/stripe/objects/refunds";
import { setupIntentRoutes } from "@/sandbox/stripe/objects/setup-intents/routes";
import { webhookEndpointRoutes } from "@/sandbox/stripe/objects/webhook-endpoints";
import { eventRoutes } from "@/sandbox/stripe/events/routes";
import { authenticate, type ApiKeys, type KeyKind } from "@/sandbox/stripe/http/authenticate";
import { corsHeaders } from "@/sandbox/stripe/http/cors";
import { decodeForm, type FormHash } from "@/sandbox/stripe/http/form";
import { readBody } from "@/sandbox/stripe/http/read-body";
import { createRouter } from "@/sandbox/stripe/http/router";
import { runApiCall, type ApiReply } from "@/sandbox/stripe/http/run-api-call";
import type { Sandbox } from "@/sandbox/stripe/sandbox";

const findRoute = createRouter([
  ...accountRoutes,
  ...balanceTransactionRoutes,
  ...chargeRoutes,
  ...customerRoutes,
  ...disputeRoutes,
  ...eventRoutes,
  ...paymentIntentRoutes,
  ...paymentMethodRoutes,
  ...refundRoutes,
  ...setupIntentRoutes,
  ...webhookEndpointRoutes,
]);

/** Answers a call under /v1, whatever becomes of it, with JSON and a request id. */
export async function handleApi(
  sandbox: Sandbox,
  http: { request: IncomingMessage; response: ServerResponse; url: URL },
): Promise<void> {
  const { request, response, url } = http;
  const requestId = newId("req");
  const cors = corsHeaders(request, sandbox.appOrigins);
  if (request.method === "OPTIONS") {
    response.writeHead(204, cors).end();
    return;
  }

  const reply = await callApi(sandbox, { request, url, requestId }).catch(errorReply);
  if (reply.hangMs !== undefined) {
    setTimeout(() => request.destroy(), reply.hangMs).unref();
    return;
  }
  const idempotencyKey = headerOf(request, "idempotency-key");
  response
    .writeHead(reply.status, {
      ...cors,
      "Content-Type": "application/json",
      "Content-Length": Buffer.byteLength(reply.body),
      "Cache-Control": "no-store",
      "Request-Id": requestId,
      ...(idempotencyKey === undefined ? {} : { "Idempotency-Key": idempotencyKey }),
      ...reply.headers,
    })
    .end(reply.body);
}

async function callApi(
  sandbox: Sandbox,
  http: { request: IncomingMessage; url: URL; requestId: string },
): Promise<ApiReply> {
  const { request, url, requestId } = http;
  const method = request.method ?? "GET";
  const path = url.pathname;
  const form = decodeForm(method === "POST" ? await readBody(request) : url.search.slice(1));
  const key = keyOf({ request, form, keys: sandbox });

  const match = findRoute(method, path);
  if (match === undefined) {
    throw invalidRequest(
      `Unrecognized request URL (${method}: ${path}). Please see https://stripe.com/docs for the API; the sandbox knows the ` +
        "part of it that this product calls.",
      { status: 404 },
    );
  }

  return runApiCall(sandbox, {
    match,
    key,
    method,
    path,
    form,
    requestId,
    idempotencyKey: headerOf(request, "idempotency-key") ?? null,
    apiVersion: headerOf(request, "stripe-version"),
  });
}

/** Stripe.js sends the publishable key as the parameter `key`; everyone else in the Authorization header. */
function keyOf(options: { request: IncomingMessage; form: FormHash; keys: ApiKeys }): KeyKind {
  const { request, form, keys } = options;
  const inForm = form.get("key");
  if (request.headers.authorization !== undefined || inForm !== keys.publishableKey) {
    return authenticate(request.headers.authorization, keys);
  }
  form.delete("key");

  return "publishable";
}

function errorReply(error: unknown): ApiReply {
  if (error instanceof ApiError) return { status: error.status, body: JSON.stringify({ error: error.body }) };

  process.stderr.write(`sandbox: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);

  return {
    status: 500,
    body: JSON.stringify({ error: { type: "api_error", message: "The sandbox failed; its log says why." } }),
  };
}

function headerOf(request: IncomingMessage, name: string): string | undefined {
  const value = request.headers[name];

  return typeof value === "string" && value !== "" ? value : undefined;
}
