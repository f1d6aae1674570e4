import postgres from "postgres";
import Stripe from "stripe";
import { inject } from "vitest";

import { startStripeSandbox, type RunningSandbox, type SandboxOptions } from "@/sandbox/stripe/server";

const SECRET_KEY = "sk_test_sandbox_0123456789abcdef";
export const PUBLISHABLE_KEY = "pk_test_sandbox_0123456789abcdef";

export type TestSandbox = RunningSandbox & {
  stripe: Stripe;
  databaseUrl: string;
  /** A call of the control API. */
  control(method: string, path: string, body?: object): Promise<Record<string, unknown>>;
  /** A call as a browser makes it, with the publishable key. */
  browser(method: string, path: string, params?: Record<string, string>): Promise<{ status: number; body: Answer }>;
};

/** Whatever JSON came back; tests say what they expect of it. */
export type Answer = { [field: string]: Answer } & { toString(): string };

/** Starts a sandbox of its own on a new database of the server in TEST_DATABASE_URL. */
export async function startTestSandbox(options: Partial<SandboxOptions> = {}): Promise<TestSandbox> {
  const databaseUrl = options.databaseUrl ?? (await createDatabase());
  const sandbox = await startStripeSandbox({
    port: 0,
    databaseUrl,
    secretKey: SECRET_KEY,
    publishableKey: PUBLISHABLE_KEY,
    webhookRetryDelaysMs: [50, 50, 50],
    appOrigin: "http://localhost:3000",
    ...options,
  });

  return {
    ...sandbox,
    databaseUrl,
    stripe: sdk(sandbox.port),
    control: (method, path, body) => control(sandbox.url, { method, path, body }),
    browser: (method, path, params) => browser(sandbox.url, { method, path, params }),
  };
}

export function sdk(port: number, key = SECRET_KEY): Stripe {
  return new Stripe(key, { host: "127.0.0.1", port, protocol: "http", maxNetworkRetries: 0, telemetry: false });
}

/** TEST_DATABASE_URL, or the server the test run has started itself. */
function serverUrl(): string {
  const provided = (inject as unknown as (key: string) => { ownerUrl: string } | undefined)("testPostgres");
  const given = process.env["TEST_DATABASE_URL"] ?? provided?.ownerUrl;
  if (given === undefined || given === "") {
    throw new Error("These tests need a PostgreSQL whose role may create databases: set TEST_DATABASE_URL.");
  }

  return given;
}

async function createDatabase(): Promise<string> {
  const url = new URL(serverUrl());
  const name = `test_${process.pid}_sandbox_${Math.random().toString(36).slice(2, 10)}`;
  const sql = postgres(url.href, { max: 1, onnotice: () => undefined });
  try {
    await sql`create database ${sql(name)}`;
  } finally {
    await sql.end();
  }
  url.pathname = `/${name}`;

  return url.href;
}

async function control(
  url: string,
  call: { method: string; path: string; body: object | undefined },
): Promise<Record<string, unknown>> {
  const response = await fetch(`${url}/_sandbox/${call.path}`, {
    method: call.method,
    headers: { Authorization: `Bearer ${SECRET_KEY}`, "Content-Type": "application/json" },
    ...(call.body === undefined ? {} : { body: JSON.stringify(call.body) }),
  });

  return (await response.json()) as Record<string, unknown>;
}

async function browser(
  url: string,
  call: { method: string; path: string; params: Record<string, string> | undefined },
): Promise<{ status: number; body: Answer }> {
  const form = new URLSearchParams(call.params).toString();
  const isGet = call.method === "GET";
  const response = await fetch(`${url}/v1/${call.path}${isGet && form !== "" ? `?${form}` : ""}`, {
    method: call.method,
    headers: {
      Authorization: `Bearer ${PUBLISHABLE_KEY}`,
      "Content-Type": "application/x-www-form-urlencoded",
      Origin: "http://localhost:3000",
    },
    ...(isGet ? {} : { body: form }),
  });

  return { status: response.status, body: (await response.json()) as Answer };
}

/** The error the SDK throws, for a call that must fail. */
export async function failureOf(call: Promise<unknown>): Promise<Stripe.errors.StripeError> {
  try {
    await call;
  } catch (error) {
    if (error instanceof Stripe.errors.StripeError) return error;
    throw error;
  }
  throw new Error("the call succeeded");
}

/** Waits until the check gives a value. */
export async function eventually<T>(check: () => Promise<T | undefined> | T | undefined): Promise<T> {
  const until = Date.now() + 8_000;
  for (;;) {
    const value = await check();
    if (value !== undefined) return value;
    if (Date.now() > until) throw new Error("it did not happen in time");
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}
