import { parseEnv } from "@/lib/platform/env";
import type { Secrets } from "@/scripts/secrets";

type Source = Record<string, string | undefined>;

export type RunSettings = {
  port: number;
  sandboxPort: number;
  ownerUrl: string;
  secrets: Secrets;
  source: Source;
};

/** Our own Stripe answers unless a key is set, and then alone: a real key and the stand-in are never mixed. */
export function usesSandbox(source: Source): boolean {
  return !source["STRIPE_SECRET_KEY"];
}

/** The address people type: the port really taken, unless the operator named a host of their own. */
function publicUrl(given: string | undefined, port: number): string {
  const ours = `http://localhost:${port}`;
  if (!given) return ours;
  return /^https?:\/\/(localhost|127\.0\.0\.1)(:\d+)?\/?$/.test(given) ? ours : given.replace(/\/$/, "");
}

/** The settings of the product for this run: what was given, else what was generated or found. */
export function productEnvironment(run: RunSettings): NodeJS.ProcessEnv {
  const { source, secrets } = run;
  const appUrl = publicUrl(source["APP_URL"], run.port);
  const stripe: Source = usesSandbox(source)
    ? {
        STRIPE_SECRET_KEY: secrets.STRIPE_SECRET_KEY,
        STRIPE_PUBLISHABLE_KEY: secrets.STRIPE_PUBLISHABLE_KEY,
        STRIPE_WEBHOOK_SECRET: secrets.STRIPE_WEBHOOK_SECRET,
        STRIPE_API_BASE: `http://127.0.0.1:${run.sandboxPort}`,
        SANDBOX_PUBLIC_URL: `http://localhost:${run.sandboxPort}`,
      }
    : {};
  return {
    ...source,
    ...stripe,
    APP_ENV: source["APP_ENV"] || "development",
    APP_URL: appUrl,
    AUTH_URL: appUrl,
    AUTH_TRUST_HOST: "true",
    AUTH_SECRET: source["AUTH_SECRET"] || secrets.AUTH_SECRET,
    CRON_SECRET: source["CRON_SECRET"] || secrets.CRON_SECRET,
    DATABASE_URL: run.ownerUrl,
    PORT: String(run.port),
    NODE_ENV: "production",
    NEXT_TELEMETRY_DISABLED: "1",
  };
}

/** What the stand-in for Stripe needs. Without a webhook URL it keeps its events to itself. */
export function sandboxEnvironment(run: RunSettings, webhookUrl: string | null): NodeJS.ProcessEnv {
  return {
    PATH: run.source["PATH"],
    NODE_ENV: "production",
    SANDBOX_PORT: String(run.sandboxPort),
    SANDBOX_DATABASE_URL: run.ownerUrl,
    SANDBOX_PUBLIC_URL: `http://localhost:${run.sandboxPort}`,
    SANDBOX_APP_ORIGIN: `http://localhost:${run.port}`,
    STRIPE_SECRET_KEY: run.secrets.STRIPE_SECRET_KEY,
    STRIPE_PUBLISHABLE_KEY: run.secrets.STRIPE_PUBLISHABLE_KEY,
    STRIPE_WEBHOOK_SECRET: run.secrets.STRIPE_WEBHOOK_SECRET,
    ...(webhookUrl === null ? {} : { SANDBOX_WEBHOOK_URL: webhookUrl }),
  };
}

/** The three URLs of a run's database as migrate and the derivation of roles want them. */
export function roleSettings(run: RunSettings): {
  ownerUrl: string;
  appUrl: string | undefined;
  platformUrl: string | undefined;
} {
  return {
    ownerUrl: run.ownerUrl,
    appUrl: run.source["DATABASE_APP_URL"],
    platformUrl: run.source["DATABASE_PLATFORM_URL"],
  };
}

/**
 * Checks the settings before anything is started.
 * @throws Error with one line for each that is missing or wrong.
 */
export function checkSettings(run: RunSettings): void {
  parseEnv(productEnvironment(run));
}
