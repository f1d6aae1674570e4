import type { IncomingMessage } from "node:http";

import { invalidRequest } from "@/sandbox/stripe/api-error";

const MAX_BYTES = 1024 * 1024;

/** The body as text; more than 1 MB is a 413. */
export async function readBody(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > MAX_BYTES) throw invalidRequest("The request body is larger than 1 MB.", { status: 413 });
    chunks.push(chunk);
  }

  return Buffer.concat(chunks).toString("utf8");
}
