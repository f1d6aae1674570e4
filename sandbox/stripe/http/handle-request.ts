import type { IncomingMessage, ServerResponse } from "node:http";

import { handleControl } from "@/sandbox/stripe/control/handle-control";
import { handleApi } from "@/sandbox/stripe/http/handle-api";
import { handlePage } from "@/sandbox/stripe/pages/handle-page";
import type { Sandbox } from "@/sandbox/stripe/sandbox";

/** Sends a request to the part that answers it: the API, the control API, or a page. */
export async function handleRequest(
  sandbox: Sandbox,
  http: { request: IncomingMessage; response: ServerResponse },
): Promise<void> {
  const { request, response } = http;
  const address = `http://sandbox${request.url ?? "/"}`;
  if (!URL.canParse(address)) {
    response.writeHead(400).end();
    return;
  }

  const url = new URL(address);
  try {
    if (url.pathname.startsWith("/_sandbox/")) await handleControl(sandbox, { request, response, url });
    else if (url.pathname === "/" || url.pathname.startsWith("/panel/") || url.pathname.startsWith("/3ds/")) {
      await handlePage(sandbox, { request, response, url });
    } else await handleApi(sandbox, { request, response, url });
  } catch (error) {
    process.stderr.write(`sandbox: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
    if (!response.headersSent) response.writeHead(500);
    response.end();
  }
}
