import { z } from "zod";
import { runtimeRoleUrls } from "@/db/role-urls";

const optional = <T extends z.ZodType>(schema: T) =>
  z.preprocess((value) => (value === "" ? undefined : value), schema.optional());

/** What examples and guides write where a secret belongs. */
const PLACEHOLDER = /change.?me|example|placeholder|your.?secret|test[-_ ]|^(.)\1*$/i;

const schema = z.object({
  APP_ENV: z.enum(["development", "test", "production"]).default("development"),
  APP_URL: z.url(),
  AUTH_SECRET: z.string().min(32, "must have at least 32 characters"),
  CRON_SECRET: z.string().min(32, "must have at least 32 characters"),
  /** The owner's: used by migrate; here only to derive the two below when they are not set. */
  DATABASE_URL: optional(z.url()),
  DATABASE_APP_URL: optional(z.url()),
  DATABASE_PLATFORM_URL: optional(z.url()),
  STRIPE_SECRET_KEY: z.string().min(20, "must be a Stripe secret key"),
  STRIPE_PUBLISHABLE_KEY: z.string().min(20, "must be a Stripe publishable key"),
  STRIPE_WEBHOOK_SECRET: z.string().min(16, "must be a Stripe webhook signing secret"),
  STRIPE_API_BASE: optional(z.url()),
  SANDBOX_PUBLIC_URL: optional(z.url()),
  RESEND_API_KEY: optional(z.string()),
  SMTP_URL: optional(z.url()),
  MAIL_FROM: z.string().default("New Concierge <billing@newconcierge.example>"),
  TRIAL_PERIOD_DAYS: z.coerce.number().int().min(0).max(365).default(14),
  GRACE_PERIOD_DAYS: z.coerce.number().int().min(0).max(60).default(3),
  MAX_PAYMENT_RETRIES: z.coerce.number().int().min(0).max(10).default(3),
  LOG_LEVEL: z.enum(["trace", "debug", "info", "warn", "error", "silent"]).default("info"),
});

type Parsed = z.infer<typeof schema>;
export type Env = Omit<Parsed, "DATABASE_APP_URL" | "DATABASE_PLATFORM_URL"> & {
  DATABASE_APP_URL: string;
  DATABASE_PLATFORM_URL: string;
  /** True while our own stand-in answers for Stripe. */
  isSandbox: boolean;
};

let cached: Env | undefined;

/** The settings, checked once a process. Throws with one line a wrong setting, naming it. */
export function env(): Env {
  cached ??= parseEnv(process.env);
  return cached;
}

/** Pure: the settings of `source`, or an error that names each one that is missing or wrong. */
export function parseEnv(source: Record<string, string | undefined>): Env {
  const result = schema.safeParse(source);
  if (!result.success) {
    const lines = result.error.issues.map((issue) => {
      const name = issue.path.join(".");
      return `  ${name}: ${source[name] === undefined || source[name] === "" ? "is missing" : issue.message}`;
    });
    throw new Error(`Settings are missing or wrong:\n${lines.join("\n")}`);
  }

  const settings = result.data;
  refuseWeakSecrets(settings);
  const roles = runtimeRoleUrls({
    ownerUrl: settings.DATABASE_URL,
    appUrl: settings.DATABASE_APP_URL,
    platformUrl: settings.DATABASE_PLATFORM_URL,
  });
  return {
    ...settings,
    DATABASE_APP_URL: roles.appUrl,
    DATABASE_PLATFORM_URL: roles.platformUrl,
    isSandbox: settings.STRIPE_SECRET_KEY.startsWith("sk_test_sandbox_"),
  };
}

/** Production does not start on a secret anyone could have copied from a guide, nor on one that opens two doors. */
function refuseWeakSecrets(settings: Parsed): void {
  if (settings.APP_ENV !== "production") return;

  for (const name of ["AUTH_SECRET", "CRON_SECRET"] as const) {
    if (PLACEHOLDER.test(settings[name]))
      throw new Error(`Settings are missing or wrong:\n  ${name}: is a placeholder`);
  }
  if (settings.AUTH_SECRET === settings.CRON_SECRET) {
    throw new Error("Settings are missing or wrong:\n  CRON_SECRET: must differ from AUTH_SECRET");
  }
}
