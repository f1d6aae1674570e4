import type { ServerResponse } from "node:http";

import { recentObjects, type RecentObject } from "@/sandbox/stripe/control/recent-objects";
import { html, sendPage, type Html } from "@/sandbox/stripe/pages/html";
import { recentCards, type RecentCard } from "@/sandbox/stripe/pages/recent-cards";
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
  view: { response: ServerResponse; query: URLSearchParams },
): Promise<void> {
  const kind = KINDS.find((candidate) => candidate === view.query.get("type")) ?? null;
  const search = view.query.get("customer")?.trim() ?? "";
  const [objects, cards, events] = await Promise.all([
    recentObjects(sandbox.sql, { type: kind, limit: 40 }),
    recentCards(sandbox.sql, { search, limit: 15 }),
    recentEvents(sandbox.sql, 40),
  ]);

  sendPage(view.response, {
    title: "Stripe sandbox",
    body: html`<main>
      <h1>Stripe sandbox</h1>
      <p>Stands in for Stripe on this machine. Everything the product did here, newest first.</p>
      <h2>Saved cards</h2>
      <form class="search" method="get" action="/">
        <label for="customer">Customer (id, name or e-mail)</label>
        <input id="customer" name="customer" type="search" value="${search}" />
        <button type="submit">Find</button>
      </form>
      ${table(["Card", "Customer", "Payment method", "From now on"], cards.map(cardRow))}
      <h2>Events</h2>
      ${table(["Time", "Type", "Object", "Again", "Deliveries"], events.map(eventRow))}
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

function cardRow(card: RecentCard): Html {
  const option = (value: string, label: string) =>
    value === (card.failWith ?? "")
      ? html`<option value="${value}" selected>${label}</option>`
      : html`<option value="${value}">${label}</option>`;

  return html`<tr>
    <td>${card.brand} •••• ${card.last4}</td>
    <td>${card.customerName} <code>${card.customer}</code></td>
    <td><code>${card.id}</code></td>
    <td>
      <form method="post" action="/panel/payment_methods/${card.id}/fail_with">
        <select name="decline_code" aria-label="What the card ending in ${card.last4} does">
          ${option("", "behaves as its number says")} ${DECLINES.map((code) => option(code, `fails: ${code}`))}
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
    <td>
      <form method="post" action="/panel/events/${event.id}/resend"><button type="submit">Resend</button></form>
    </td>
    <td>${event.deliveries}</td>
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
