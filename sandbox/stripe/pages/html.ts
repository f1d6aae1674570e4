import type { ServerResponse } from "node:http";

/** A piece of HTML that is safe to insert as it is. */
export type Html = { readonly html: string };

type Insert = string | number | null | undefined | Html | readonly Html[];

/** A template whose inserts are escaped unless they are HTML themselves. */
export function html(parts: TemplateStringsArray, ...inserts: Insert[]): Html {
  return { html: parts.reduce((text, part, index) => text + render(inserts[index - 1]) + part) };
}

function render(insert: Insert): string {
  if (insert === null || insert === undefined) return "";
  if (typeof insert === "object") return Array.isArray(insert) ? insert.map(render).join("") : (insert as Html).html;

  return String(insert)
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;")
    .replaceAll("'", "&#39;");
}

const STYLE = `
:root { color-scheme: light dark; --line: light-dark(#d8dde3, #3a414b); --soft: light-dark(#f4f6f8, #1c2127);
  --text: light-dark(#1b2530, #e7ebf0); --muted: light-dark(#55616f, #a3afbc); --accent: light-dark(#1f5f8b, #7fb8dd); }
* { box-sizing: border-box }
body { margin: 0; font: 16px/1.5 system-ui, sans-serif; color: var(--text); background: light-dark(#fff, #13171c) }
.banner { background: #7a4b00; color: #fff; padding: .5rem 1.5rem; font-size: .875rem }
main { max-width: 72rem; margin: 0 auto; padding: 1.5rem }
main.narrow { max-width: 28rem; padding-top: 4rem }
h1 { font-size: 1.5rem; line-height: 1.25; margin: 0 0 .5rem }
h2 { font-size: 1.125rem; margin: 2rem 0 .5rem }
p { margin: 0 0 1rem; color: var(--muted) }
.scroll { overflow-x: auto; border: 1px solid var(--line); border-radius: .5rem }
table { border-collapse: collapse; width: 100%; font-size: .875rem }
th, td { text-align: left; padding: .5rem .75rem; border-bottom: 1px solid var(--line); white-space: nowrap }
tr:last-child td { border-bottom: 0 }
th { background: var(--soft); font-weight: 600 }
td.number { text-align: right; font-variant-numeric: tabular-nums }
code { font-size: .8125rem }
form { display: inline }
form.stack { display: grid; gap: .75rem; margin-top: 1.5rem }
form.search { display: flex; flex-wrap: wrap; gap: .5rem; align-items: center; margin-bottom: .75rem }
button, select, input { font: inherit; padding: .25rem .75rem; border-radius: .375rem; border: 1px solid var(--line);
  background: var(--soft); color: inherit }
button, select { cursor: pointer }
form.stack button { padding: .75rem 1rem; font-weight: 600 }
button.primary { background: var(--accent); border-color: var(--accent); color: light-dark(#fff, #10202c) }
:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px }
nav a { color: var(--accent); margin-right: 1rem }
.card { border: 1px solid var(--line); border-radius: .75rem; padding: 1.5rem }
`;

/** Sends a whole page. It loads nothing from anywhere and runs no script. */
export function sendPage(response: ServerResponse, page: { title: string; body: Html; status?: number }): void {
  const document = html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${page.title}</title>
        <style>
          ${{ html: STYLE }}
        </style>
      </head>
      <body>
        <div class="banner">Sandbox payments: no real money, no real cards.</div>
        ${page.body}
      </body>
    </html>`;

  response
    .writeHead(page.status ?? 200, {
      "Content-Type": "text/html; charset=utf-8",
      "Content-Security-Policy":
        "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; frame-ancestors 'none'",
      "Cache-Control": "no-store",
      // With "no-referrer" a browser names no origin when our own buttons are pressed, and they would be refused.
      "Referrer-Policy": "same-origin",
      "X-Content-Type-Options": "nosniff",
    })
    .end(document.html);
}

/** Sends the browser on, with a GET. */
export function redirect(response: ServerResponse, location: string): void {
  response.writeHead(303, { Location: location, "Cache-Control": "no-store", "Referrer-Policy": "same-origin" }).end();
}
