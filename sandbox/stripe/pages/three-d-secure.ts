import type { ServerResponse } from "node:http";

import type Stripe from "stripe";

import type { Executor } from "@/sandbox/stripe/database/connect";
import { answerChallenge, findChallenge } from "@/sandbox/stripe/objects/answer-challenge";
import { html, redirect, sendPage } from "@/sandbox/stripe/pages/html";
import type { Sandbox } from "@/sandbox/stripe/sandbox";
import { UnitOfWork } from "@/sandbox/stripe/unit-of-work";

type Intent = Stripe.PaymentIntent | Stripe.SetupIntent;
type Page = { intentId: string; token: string };

/** The page a bank would show: the customer completes or fails the authentication. */
export async function showChallenge(sandbox: Sandbox, view: { response: ServerResponse; page: Page }): Promise<void> {
  const { intent, challenge } = await findChallenge(newWork(sandbox, sandbox.sql), view.page);
  if (challenge === null) {
    sendClosed(view.response);
    return;
  }

  const what =
    intent.object === "payment_intent"
      ? `a payment of ${(intent.amount / 100).toFixed(2)} ${intent.currency.toUpperCase()}`
      : "saving this card for later payments";
  const base = `/3ds/${view.page.intentId}/${view.page.token}`;
  sendPage(view.response, {
    title: "3-D Secure (sandbox)",
    body: html`<main class="narrow">
      <div class="card">
        <h1>Confirm with your bank</h1>
        <p>This page stands in for the bank's. It asks you to confirm ${what}.</p>
        <form class="stack" method="post" action="${base}/complete">
          <button class="primary" type="submit">Complete authentication</button>
        </form>
        <form class="stack" method="post" action="${base}/fail">
          <button type="submit">Fail authentication</button>
        </form>
      </div>
    </main>`,
  });
}

/** Takes the customer's answer and sends them back to where the payment was begun, as Stripe does. */
export async function takeAnswer(
  sandbox: Sandbox,
  view: { response: ServerResponse; page: Page; isCompleted: boolean },
): Promise<void> {
  const { response, page, isCompleted } = view;
  const done = await sandbox.sql.begin(async (tx) => {
    const work = newWork(sandbox, tx);
    const { intent, challenge } = await findChallenge(work, { ...page, lock: true });
    if (challenge === null) return null;
    const after = await answerChallenge(work, { intent, isCompleted });
    await work.flush();

    return { intent: after, returnUrl: challenge.returnUrl };
  });
  sandbox.wake();

  if (done === null || done.returnUrl === null) sendClosed(response);
  else redirect(response, returnAddress(done.returnUrl, done.intent));
}

function returnAddress(returnUrl: string, intent: Intent): string {
  const url = new URL(returnUrl);
  url.searchParams.set(intent.object, intent.id);
  url.searchParams.set(`${intent.object}_client_secret`, intent.client_secret ?? "");
  if (intent.object === "payment_intent") url.searchParams.set("source_type", "card");
  url.searchParams.set("redirect_status", intent.status === "requires_payment_method" ? "failed" : "succeeded");

  return url.href;
}

function sendClosed(response: ServerResponse): void {
  sendPage(response, {
    title: "3-D Secure (sandbox)",
    body: html`<main class="narrow">
      <div class="card">
        <h1>Nothing left to confirm</h1>
        <p>This authentication has been answered. You can close this page and go back.</p>
      </div>
    </main>`,
  });
}

function newWork(sandbox: Sandbox, sql: Executor): UnitOfWork {
  return new UnitOfWork(sql, {
    now: Math.floor(Date.now() / 1000),
    publicUrl: sandbox.publicUrl,
    origin: { requestId: null, idempotencyKey: null },
  });
}
