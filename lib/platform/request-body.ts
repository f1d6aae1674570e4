import { AppError } from "@/lib/core/errors";

/** 1 MB: more than anything we take in one piece besides files. */
const MAX_BODY_BYTES = 1_000_000;

/**
 * The raw body, read no further than the limit whatever Content-Length says.
 * @throws AppError payload_too_large
 */
export async function readBody(request: Request, maxBytes = MAX_BODY_BYTES): Promise<string> {
  if (Number(request.headers.get("content-length") ?? 0) > maxBytes) throw new AppError("payload_too_large");
  if (request.body === null) return "";

  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of request.body as unknown as AsyncIterable<Uint8Array>) {
    size += chunk.byteLength;
    if (size > maxBytes) throw new AppError("payload_too_large");
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString("utf8");
}

/**
 * The body as JSON; nothing when it is empty.
 * @throws AppError payload_too_large | invalid_input
 */
export async function readJson(request: Request): Promise<unknown> {
  const text = await readBody(request);
  if (text === "") return undefined;
  try {
    return JSON.parse(text) as unknown;
  } catch {
    throw new AppError("invalid_input", { message: "the body is not JSON" });
  }
}
