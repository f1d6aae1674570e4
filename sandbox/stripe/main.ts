import { startStripeSandbox } from "@/sandbox/stripe/server";

function setting(name: string): string {
  const value = process.env[name];
  if (value === undefined || value === "") {
    process.stderr.write(`The Stripe sandbox needs ${name}.\n`);
    process.exit(1);
  }

  return value;
}

function optional<K extends string>(key: K, name: string): { [P in K]?: string } {
  const value = process.env[name];

  return value === undefined || value === "" ? {} : ({ [key]: value } as { [P in K]?: string });
}

const isProduction = process.env["APP_ENV"] === "production";
if (isProduction && process.env["SANDBOX_ALLOW_PRODUCTION"] !== "1") {
  process.stderr.write(
    "The Stripe sandbox does not start in production: it takes no real money. Set STRIPE_SECRET_KEY, or, for a public " +
      "demonstration, SANDBOX_ALLOW_PRODUCTION=1.\n",
  );
  process.exit(1);
}

const sandbox = await startStripeSandbox({
  port: Number(setting("SANDBOX_PORT")),
  databaseUrl: setting("SANDBOX_DATABASE_URL"),
  secretKey: setting("STRIPE_SECRET_KEY"),
  publishableKey: setting("STRIPE_PUBLISHABLE_KEY"),
  isPanelLocked: isProduction,
  ...optional("webhookSecret", "STRIPE_WEBHOOK_SECRET"),
  ...optional("webhookUrl", "SANDBOX_WEBHOOK_URL"),
  ...optional("publicUrl", "SANDBOX_PUBLIC_URL"),
  ...optional("appOrigin", "SANDBOX_APP_ORIGIN"),
});
process.stdout.write(`sandbox ready on ${sandbox.url}\n`);

for (const signal of ["SIGINT", "SIGTERM"] as const) {
  process.once(signal, () => {
    void sandbox.stop().then(() => process.exit(0));
  });
}
