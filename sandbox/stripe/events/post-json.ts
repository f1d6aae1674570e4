import { Agent as HttpAgent, request as httpRequest } from "node:http";
import { Agent as HttpsAgent, request as httpsRequest } from "node:https";

export type PostResult = { status: number | null; error: string | null };

const agents = {
  "http:": new HttpAgent({ keepAlive: true, maxSockets: 16 }),
  "https:": new HttpsAgent({ keepAlive: true, maxSockets: 16 }),
};

/** Posts once, following no redirect, and says what came back; no connection and no answer in time have no status. */
export function postJson(
  url: string,
  message: { body: string; headers: Record<string, string>; timeoutMs: number },
): Promise<PostResult> {
  const isSecure = url.startsWith("https:");
  const send = isSecure ? httpsRequest : httpRequest;

  return new Promise((resolve) => {
    const fail = (error: Error) => resolve({ status: null, error: error.message });
    const request = send(
      url,
      {
        method: "POST",
        agent: isSecure ? agents["https:"] : agents["http:"],
        headers: {
          "Content-Type": "application/json; charset=utf-8",
          "Content-Length": Buffer.byteLength(message.body),
          "User-Agent": "Stripe/1.0 (sandbox)",
          ...message.headers,
        },
        signal: AbortSignal.timeout(message.timeoutMs),
      },
      (response) => {
        response.resume();
        response.on("error", fail);
        response.on("end", () => resolve({ status: response.statusCode ?? null, error: null }));
      },
    );
    request.on("error", fail);
    request.end(message.body);
  });
}
