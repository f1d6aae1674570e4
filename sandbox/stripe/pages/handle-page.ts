import type { IncomingMessage, ServerResponse } from "node:http";

import { ApiError } from "@/sandbox/stripe/api-error";
import { failCardWith } from "@/sandbox/stripe/control/fail-card";
import { resendEvent } from "@/sandbox/stripe/events/deliver";
import { authenticate } from "@/sandbox/stripe/http/authenticate";
import { decodeForm } from "@/sandbox/stripe/http/form";
import { readBody } from "@/sandbox/stripe/http/read-body";
import { showPanel } from "@/sandbox/stripe/pages/control-panel";
import { html, redirect, sendPage } from "@/sandbox/stripe/pages/html";
import { showChallenge, takeAnswer } from "@/sandbox/stripe/pages/three-d-secure";
import type { Sandbox } from "@/sandbox/stripe/sandbox";

type Http = { request: IncomingMessage; response: ServerResponse; url: URL };

const CHALLENGE = /^\/3ds\/([A-Za-z0-9_]+)\/([A-Za-z0-9]+)(?:\/(complete|fail))?$/;
const RESEND = /^\/panel\/events\/([A-Za-z0-9_]+)\/resend$/;
const FAIL_CARD = /^\/panel\/payment_methods\/([A-Za-z0-9_]+)\/fail_with$/;

/** The pages for people: the bank's, and the control panel. */
export async function handlePage(sandbox: Sandbox, http: Http): Promise<void> {
  const { request, response, url } = http;
  try {
    const [, intentId, token, answer] = CHALLENGE.exec(url.pathname) ?? [];
    if (intentId !== undefined && token !== undefined) {
      const page = { intentId, token };
      if (request.method === "GET" && answer === undefined) return await showChallenge(sandbox, { response, page });
      if (request.method === "POST" && answer !== undefined) {
        return await takeAnswer(sandbox, { response, page, isCompleted: answer === "complete" });
      }
    }

    await handlePanel(sandbox, http);
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    sendMessage(response, { status: error.status, message: error.message });
  }
}

async function handlePanel(sandbox: Sandbox, { request, response, url }: Http): Promise<void> {
  if (!isOurOwnPage(sandbox, request)) {
    return sendMessage(response, { status: 403, message: "This page answers to its own address only." });
  }
  if (sandbox.isPanelLocked && !holdsSecretKey(sandbox, request)) {
    response.setHeader("WWW-Authenticate", 'Basic realm="Stripe sandbox: the secret key is the user name"');

    return sendMessage(response, { status: 401, message: "The secret key is needed, as the user name." });
  }
  if (request.method === "GET" && url.pathname === "/") {
    return showPanel(sandbox, { response, query: url.searchParams });
  }

  const eventId = RESEND.exec(url.pathname)?.[1];
  const cardId = FAIL_CARD.exec(url.pathname)?.[1];
  if (request.method !== "POST" || (eventId === undefined && cardId === undefined)) {
    return sendMessage(response, { status: 404, message: "There is no such page." });
  }
  if (eventId !== undefined) {
    await resendEvent(sandbox.sql, eventId);
    sandbox.wake();
  }
  if (cardId !== undefined) {
    const declineCode = decodeForm(await readBody(request)).get("decline_code");
    const isCode = typeof declineCode === "string" && declineCode !== "";
    await failCardWith(sandbox.sql, { id: cardId, declineCode: isCode ? declineCode : null });
  }
  redirect(response, "/");
}

/** Neither a foreign site's form nor a foreign name that resolves to this machine may press these buttons. */
function isOurOwnPage(sandbox: Sandbox, request: IncomingMessage): boolean {
  const host = request.headers.host ?? "";
  const names = [new URL(sandbox.publicUrl).hostname, "127.0.0.1", "localhost"];
  if (!names.includes(host.replace(/:\d+$/, ""))) return false;
  if (request.method === "GET") return true;
  const { origin } = request.headers;

  return origin === sandbox.publicUrl || origin === `http://${host}` || origin === `https://${host}`;
}

function holdsSecretKey(sandbox: Sandbox, request: IncomingMessage): boolean {
  try {
    return authenticate(request.headers.authorization, sandbox) === "secret";
  } catch {
    return false;
  }
}

function sendMessage(response: ServerResponse, options: { status: number; message: string }): void {
  sendPage(response, {
    title: "Stripe sandbox",
    status: options.status,
    body: html`<main class="narrow"><p>${options.message}</p></main>`,
  });
}
