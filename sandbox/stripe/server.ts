import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";

import { startBackground } from "@/sandbox/stripe/background";
import { connect } from "@/sandbox/stripe/database/connect";
import { createSchema } from "@/sandbox/stripe/database/create-schema";
import { registerEndpoint } from "@/sandbox/stripe/events/register-endpoint";
import { handleRequest } from "@/sandbox/stripe/http/handle-request";
import type { Sandbox } from "@/sandbox/stripe/sandbox";

export type SandboxOptions = {
  /** 0 takes any free port. */
  port: number;
  databaseUrl: string;
  secretKey: string;
  publishableKey: string;
  /** Registered at start as an endpoint for every event, signed with `webhookSecret`. */
  webhookUrl?: string;
  webhookSecret?: string;
  /** The address browsers use; by default the server's own. */
  publicUrl?: string;
  /** Origins that may call from a browser, separated by commas. */
  appOrigin?: string;
  /** The control panel asks for the secret key. */
  isPanelLocked?: boolean;
  /** The pause after each failed delivery; after the last one a delivery is given up. */
  webhookRetryDelaysMs?: readonly number[];
  connections?: number;
};

export type RunningSandbox = { url: string; port: number; stop(): Promise<void> };

/** Twelve attempts in three quarters of an hour; Stripe's own take three days. */
const RETRY_DELAYS_MS = [1, 2, 4, 8, 16, 32, 64, 128, 256, 512, 1024].map((seconds) => seconds * 1000);

/** Starts a Stripe-compatible server on 127.0.0.1. All its state is in the schema `sandbox_stripe` of the database. */
export async function startStripeSandbox(options: SandboxOptions): Promise<RunningSandbox> {
  const sql = connect(options.databaseUrl, { connections: options.connections ?? 10 });
  const server = createServer({ keepAliveTimeout: 60_000 });
  try {
    await createSchema(sql);
    const port = await listen(server, options.port);
    const url = `http://127.0.0.1:${port}`;
    const shared = {
      sql,
      secretKey: options.secretKey,
      publishableKey: options.publishableKey,
      publicUrl: (options.publicUrl ?? url).replace(/\/+$/, ""),
      appOrigins: (options.appOrigin ?? "").split(",").filter((origin) => origin !== ""),
      isPanelLocked: options.isPanelLocked ?? false,
    };
    if (options.webhookUrl !== undefined && options.webhookSecret !== undefined) {
      await registerEndpoint(sql, { url: options.webhookUrl, secret: options.webhookSecret });
    }

    const background = startBackground(shared, { retryDelaysMs: options.webhookRetryDelaysMs ?? RETRY_DELAYS_MS });
    const sandbox: Sandbox = { ...shared, wake: background.wake };
    server.on("request", (request, response) => void handleRequest(sandbox, { request, response }));

    return {
      url,
      port,
      stop: async () => {
        server.closeAllConnections();
        await new Promise((resolve) => server.close(resolve));
        await background.stop();
        await sql.end({ timeout: 5 });
      },
    };
  } catch (error) {
    server.close();
    await sql.end({ timeout: 5 });
    throw error;
  }
}

async function listen(server: Server, port: number): Promise<number> {
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, "127.0.0.1", () => resolve());
  });

  return (server.address() as AddressInfo).port;
}
