import type { IncomingMessage, ServerResponse } from "node:http";

import { ApiError, invalidRequest, resourceMissing } from "@/sandbox/stripe/api-error";
import { failCardWith } from "@/sandbox/stripe/control/fail-card";
import { readFault } from "@/sandbox/stripe/control/read-fault";
import { recentObjects } from "@/sandbox/stripe/control/recent-objects";
import { resendEvent } from "@/sandbox/stripe/events/deliver";
import { addFault, removeFaults } from "@/sandbox/stripe/faults";
import { authenticate, secretKeyRequired } from "@/sandbox/stripe/http/authenticate";
import { readBody } from "@/sandbox/stripe/http/read-body";
import type { Sandbox } from "@/sandbox/stripe/sandbox";

/** What people and tests do to the sandbox that Stripe has no call for. JSON in and out, with the secret key. */
export async function handleControl(
  sandbox: Sandbox,
  http: { request: IncomingMessage; response: ServerResponse; url: URL },
): Promise<void> {
  const { request, response, url } = http;
  const send = (status: number, body: object) => {
    response.writeHead(status, { "Content-Type": "application/json" }).end(JSON.stringify(body));
  };

  try {
    if (authenticate(request.headers.authorization, sandbox) !== "secret") throw secretKeyRequired();
    const body = request.method === "POST" ? readJson(await readBody(request)) : {};
    send(
      200,
      await control(sandbox, { operation: `${request.method} ${url.pathname}`, query: url.searchParams, body }),
    );
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    send(error.status, { error: error.body });
  }
}

type Operation = { operation: string; query: URLSearchParams; body: Record<string, unknown> };

async function control(sandbox: Sandbox, { operation, query, body }: Operation): Promise<object> {
  if (operation === "POST /_sandbox/faults") return { id: await addFault(sandbox.sql, readFault(body)) };
  if (operation === "DELETE /_sandbox/faults") return { removed: await removeFaults(sandbox.sql) };
  if (operation === "GET /_sandbox/objects") {
    return {
      data: await recentObjects(sandbox.sql, { type: query.get("type"), limit: Number(query.get("limit") ?? 50) }),
    };
  }

  const event = /^POST \/_sandbox\/events\/([^/]+)\/resend$/.exec(operation)?.[1];
  if (event !== undefined) {
    const deliveries = await resendEvent(sandbox.sql, event);
    if (deliveries === 0) throw resourceMissing("event", { id: event, param: "id", status: 404 });
    sandbox.wake();

    return { deliveries };
  }

  const card = /^POST \/_sandbox\/payment_methods\/([^/]+)\/fail_with$/.exec(operation)?.[1];
  if (card !== undefined) {
    const declineCode = body["decline_code"];
    if (declineCode !== null && typeof declineCode !== "string") {
      throw invalidRequest("decline_code must be a string or null.", { param: "decline_code" });
    }
    await failCardWith(sandbox.sql, { id: card, declineCode });

    return { id: card, decline_code: declineCode };
  }

  throw invalidRequest(`Unrecognized request URL (${operation}).`, { status: 404 });
}

function readJson(text: string): Record<string, unknown> {
  if (text.trim() === "") return {};
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value === "object" && value !== null && !Array.isArray(value)) return value as Record<string, unknown>;
  } catch {
    throw invalidRequest("The body is not JSON.");
  }

  throw invalidRequest("The body must be a JSON object.");
}
