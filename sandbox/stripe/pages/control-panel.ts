import type { ServerResponse } from "node:http";

import { recentObjects, type RecentObject } from "@/sandbox/stripe/control/recent-objects";
import { html, sendPage, type Html } from "@/sandbox/stripe/pages/html";
import { recentEvents, type RecentEvent } from "@/sandbox/stripe/pages/recent-events";
import type { Sandbox } from "@/sandbox/stripe/sandbox";

const DECLINES = ["insufficient_funds", "generic_decline", "expired_card", "lost_card", "authentication_required"];
const KINDS = [
  "payment_intent",
  "setup_intent",
  "charge",
  "refund",
  "dispute",
  "payment_method",
  "customer",
  "webhook_endpoint",
];

/** What has happened in the sandbox, for people: objects, events, and the buttons that make things go wrong. */
export async function showPanel(
  sandbox: Sandbox,
  view: { response: ServerResponse; kind: string | null },
): Promise<void> {
  const kind = KINDS.find((candidate) => candidate === view.kind) ?? null;
  const [objects, cards, events] = await Promise.all([
    recentObjects(sandbox.sql, { type: kind, limit: 40 }),
    recentObjects(sandbox.sql, { type: "payment_method", limit: 15 }),
    recentEvents(sandbox.sql, 40),
  ]);

  sendPage(view.response, {
    title: "Stripe sandbox",
    body: html`<main>
      <h1>Stripe sandbox</h1>
      <p>Stands in for Stripe on this machine. Everything the product did here, newest first.</p>
      <h2>Cards</h2>
      ${table(["Card", "Customer", "Payment method", "From now on"], cards.map(cardRow))}
      <h2>Events</h2>
      ${table(["Time", "Type", "Object", "Deliveries", ""], events.map(eventRow))}
      <h2>Objects</h2>
      <nav aria-label="Kinds of objects">
        <a href="/">all</a>${KINDS.map((name) => html`<a href="/?type=${name}">${name}</a> `)}
      </nav>
      ${table(["Time", "Object", "Id", "Status", "Amount", "Customer"], objects.map(objectRow))}
    </main>`,
  });
}

function table(headings: string[], rows: Html[]): Html {
  return html`<div class="scroll">
    <table>
      <thead>
        <tr>
          ${headings.map((heading) => html`<th scope="col">${heading}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${
          rows.length === 0
            ? html`<tr>
                <td colspan="${headings.length}">Nothing yet.</td>
              </tr>`
            : rows
        }
      </tbody>
    </table>
  </div>`;
}

function cardRow(method: RecentObject): Html {
  const card = method["card"] as { brand?: string; last4?: string } | undefined;

  return html`<tr>
    <td>${card?.brand} •••• ${card?.last4}</td>
    <td><code>${text(method["customer"])}</code></td>
    <td><code>${method.id}</code></td>
    <td>
      <form method="post" action="/panel/payment_methods/${method.id}/fail_with">
        <select name="decline_code" aria-label="What this card does">
          <option value="">behaves as its number says</option>
          ${DECLINES.map((code) => html`<option value="${code}">fails: ${code}</option>`)}
        </select>
        <button type="submit">Set</button>
      </form>
    </td>
  </tr>`;
}

function eventRow(event: RecentEvent): Html {
  return html`<tr>
    <td>${time(event.created)}</td>
    <td>${event.type}</td>
    <td><code>${event.objectId}</code></td>
    <td>${event.deliveries}</td>
    <td>
      <form method="post" action="/panel/events/${event.id}/resend"><button type="submit">Resend</button></form>
    </td>
  </tr>`;
}

function objectRow(object: RecentObject): Html {
  const amount = object["amount"];

  return html`<tr>
    <td>${time(Number(object["created"]))}</td>
    <td>${object.object}</td>
    <td><code>${object.id}</code></td>
    <td>${"deleted" in object ? "deleted" : text(object["status"])}</td>
    <td class="number">
      ${typeof amount === "number" ? `${(amount / 100).toFixed(2)} ${text(object["currency"]).toUpperCase()}` : ""}
    </td>
    <td><code>${text(object["customer"])}</code></td>
  </tr>`;
}

function text(value: unknown): string {
  return typeof value === "string" ? value : "";
}

function time(seconds: number): string {
  return Number.isFinite(seconds) ? `${new Date(seconds * 1000).toISOString().slice(0, 19).replace("T", " ")} UTC` : "";
}
