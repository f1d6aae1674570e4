import { setTimeout as pause } from "node:timers/promises";

import { ApiError, invalidRequest } from "@/sandbox/stripe/api-error";
import { API_VERSION } from "@/sandbox/stripe/api-version";
import type { Executor } from "@/sandbox/stripe/database/connect";
import { expand } from "@/sandbox/stripe/expand";
import { takeFault, type Fault } from "@/sandbox/stripe/faults";
import { secretKeyRequired, type KeyKind } from "@/sandbox/stripe/http/authenticate";
import { browserView } from "@/sandbox/stripe/http/browser-view";
import type { FormHash } from "@/sandbox/stripe/http/form";
import type { ReadRequest } from "@/sandbox/stripe/http/route";
import type { Match } from "@/sandbox/stripe/http/router";
import { claimKey, idempotentRequest, type IdempotentRequest } from "@/sandbox/stripe/idempotency";
import type { Sandbox } from "@/sandbox/stripe/sandbox";
import { UnitOfWork } from "@/sandbox/stripe/unit-of-work";

export type ApiCall = {
  match: Match;
  key: KeyKind;
  method: string;
  path: string;
  form: FormHash;
  requestId: string;
  idempotencyKey: string | null;
  apiVersion: string | undefined;
};

export type ApiReply = {
  status: number;
  body: string;
  headers?: Record<string, string>;
  /** Do not answer for so long, then drop the connection. */
  hangMs?: number;
};

type Running = { call: ApiCall; request: ReadRequest; fault: Fault | undefined };

/** Runs one call of the API from its checked parameters to the text of its answer. */
export async function runApiCall(sandbox: Sandbox, call: ApiCall): Promise<ApiReply> {
  if (call.apiVersion !== undefined && call.apiVersion !== API_VERSION) {
    throw invalidRequest(`Invalid Stripe API version: ${call.apiVersion}. The sandbox speaks ${API_VERSION} only.`);
  }
  if (call.key === "publishable" && !call.match.route.openToBrowsers) throw secretKeyRequired();

  const request = call.match.route.read(call.form, call.key);
  const fault = await takeFault(sandbox.sql, call);
  if (fault?.mode === "error_500") throw internalError();

  const running = { call, request, fault };
  if (call.method === "GET") {
    if (fault?.mode === "delay") await pause(fault.delayMs);
    const work = newWork(sandbox.sql, { sandbox, call });

    return withFault(await answer(work, running), fault);
  }

  const { reply, hasDeliveries } = await sandbox.sql.begin((tx) => runInTransaction(tx, { sandbox, running }));
  if (hasDeliveries) sandbox.wake();

  return reply;
}

async function runInTransaction(
  tx: Executor,
  options: { sandbox: Sandbox; running: Running },
): Promise<{ reply: ApiReply; hasDeliveries: boolean }> {
  const { call, fault } = options.running;
  const claim = call.method === "POST" ? claimOf(call) : undefined;
  if (claim !== undefined) {
    const replay = await claimKey(tx, claim);
    if (replay !== undefined) {
      const headers = { "Idempotent-Replayed": "true", "Original-Request": replay.requestId };

      return { reply: { status: replay.status, body: replay.body, headers }, hasDeliveries: false };
    }
  }
  if (fault?.mode === "delay") await pause(fault.delayMs);

  const work = newWork(tx, { sandbox: options.sandbox, call });
  const reply = withFault(await answer(work, options.running), fault);
  const hasDeliveries = await work.flush(claim && { ...claim, status: reply.status, body: reply.body });

  return { reply, hasDeliveries };
}

function claimOf(call: ApiCall): IdempotentRequest | undefined {
  if (call.idempotencyKey === null) return undefined;

  return idempotentRequest(call.idempotencyKey, { ...call, scope: call.key });
}

function newWork(sql: Executor, options: { sandbox: Sandbox; call: ApiCall }): UnitOfWork {
  return new UnitOfWork(sql, {
    now: Math.floor(Date.now() / 1000),
    publicUrl: options.sandbox.publicUrl,
    origin: { requestId: options.call.requestId, idempotencyKey: options.call.idempotencyKey },
  });
}

/** The handler's object or its expected error, as the text to send and to keep. */
async function answer(work: UnitOfWork, { call, request }: Running): Promise<ApiReply> {
  const render = (body: unknown) => JSON.stringify(call.key === "publishable" ? browserView(body) : body);
  try {
    const { id, subId } = call.match;
    const body = await request.handle({ work, id, subId, key: call.key });

    return { status: 200, body: render(await expand(work, { body, paths: request.expand })) };
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    if (!error.keepsEffects) work.discard();

    return { status: error.status, body: render({ error: error.body }) };
  }
}

function withFault(reply: ApiReply, fault: Fault | undefined): ApiReply {
  if (fault?.mode === "charge_then_hang") return { ...reply, hangMs: fault.delayMs };
  if (fault?.mode !== "charge_then_500") return reply;

  const body = JSON.stringify({ error: internalError().body });

  return { status: 500, body, headers: { "Stripe-Should-Retry": "false" } };
}

function internalError(): ApiError {
  return new ApiError(500, {
    body: { type: "api_error", message: "An unexpected error occurred. Nothing is known of what was done." },
  });
}
