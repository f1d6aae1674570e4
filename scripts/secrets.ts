import { randomBytes } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

import { DATA } from "@/scripts/dot-env";

const NAMES = [
  "AUTH_SECRET",
  "CRON_SECRET",
  "STRIPE_SECRET_KEY",
  "STRIPE_PUBLISHABLE_KEY",
  "STRIPE_WEBHOOK_SECRET",
] as const;
export type Secrets = Record<(typeof NAMES)[number], string>;

const hex = (bytes: number): string => randomBytes(bytes).toString("hex");

/** The secrets of this checkout, made on the first start and kept in .data for the ones after it: no secret is ever a default. */
export function loadSecrets(): Secrets {
  const file = join(DATA, "secrets.json");
  const stored = existsSync(file) ? (JSON.parse(readFileSync(file, "utf8")) as Partial<Secrets>) : {};
  const secrets: Secrets = {
    AUTH_SECRET: stored.AUTH_SECRET ?? hex(32),
    CRON_SECRET: stored.CRON_SECRET ?? hex(32),
    STRIPE_SECRET_KEY: stored.STRIPE_SECRET_KEY ?? `sk_test_sandbox_${hex(24)}`,
    STRIPE_PUBLISHABLE_KEY: stored.STRIPE_PUBLISHABLE_KEY ?? `pk_test_sandbox_${hex(24)}`,
    STRIPE_WEBHOOK_SECRET: stored.STRIPE_WEBHOOK_SECRET ?? `whsec_${hex(24)}`,
  };
  if (NAMES.some((name) => stored[name] === undefined)) {
    mkdirSync(DATA, { recursive: true });
    writeFileSync(file, `${JSON.stringify(secrets, null, 2)}\n`, { mode: 0o600 });
  }
  return secrets;
}
