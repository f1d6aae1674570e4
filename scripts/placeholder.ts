import { createServer } from "node:http";

const PAGE = `<!doctype html><html lang="en"><meta charset="utf-8"><meta http-equiv="refresh" content="3">
<title>New Concierge is starting</title><body style="font:16px/1.5 system-ui;margin:15vh auto;max-width:32rem;padding:0 1rem">
<h1 style="font-size:1.25rem">New Concierge is starting</h1><p>The terminal shows how far it is. This page reloads by itself.</p>`;

/** Keeps the port while the product is built, so that nobody else takes it, and tells who looks too early to wait. */
export async function holdPort(port: number): Promise<{ release(): Promise<void> }> {
  const server = createServer((_request, response) => {
    response.writeHead(503, { "content-type": "text/html; charset=utf-8", "retry-after": "3", connection: "close" });
    response.end(PAGE);
  });
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject).listen(port, "127.0.0.1", resolve);
  });
  return {
    release: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
