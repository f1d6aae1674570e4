import { afterAll } from "vitest";

import { testDatabase } from "@/lib/testing/test-database";

// Runs before each *.db.test.ts file: a database of its own, and the settings under which the product's code finds it.
const database = await testDatabase();

Object.assign(process.env, {
  APP_ENV: "test",
  APP_URL: "http://localhost:3000",
  AUTH_URL: "http://localhost:3000",
  AUTH_SECRET: "test-auth-secret-of-at-least-32-characters",
  CRON_SECRET: "test-cron-secret-of-at-least-32-characters",
  DATABASE_URL: database.ownerUrl,
  DATABASE_APP_URL: database.appUrl,
  DATABASE_PLATFORM_URL: database.platformUrl,
  STRIPE_SECRET_KEY: "sk_test_sandbox_0000000000000000",
  STRIPE_PUBLISHABLE_KEY: "pk_test_sandbox_0000000000000000",
  STRIPE_WEBHOOK_SECRET: "whsec_00000000000000000000000000000000",
  LOG_LEVEL: "silent",
});

afterAll(async () => {
  const { closePools } = await import("@/db/client");
  await closePools();
  await database.drop();
});
