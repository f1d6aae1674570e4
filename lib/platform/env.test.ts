import { describe, expect, it } from "vitest";
import { parseEnv } from "@/lib/platform/env";

const RIGHT = {
  APP_ENV: "production",
  APP_URL: "https://nc.gr",
  AUTH_SECRET: "kV9mQ2xW7pL4sD8fG1hJ6zB3nC5vM0aT",
  CRON_SECRET: "tR5yU8iO2pA6sD9fG3hJ1kL4zX7cV0bN",
  DATABASE_APP_URL: "postgres://nc_app:a@127.0.0.1/nc",
  DATABASE_PLATFORM_URL: "postgres://nc_platform:a@127.0.0.1/nc",
  STRIPE_SECRET_KEY: "sk_live_0000000000000000000",
  STRIPE_PUBLISHABLE_KEY: "pk_live_0000000000000000000",
  STRIPE_WEBHOOK_SECRET: "whsec_000000000000000000",
};

describe("parseEnv", () => {
  it("fills in what may be left out, and takes an empty value as left out", () => {
    const env = parseEnv({ ...RIGHT, SMTP_URL: "", DATABASE_URL: "" });
    expect(env).toMatchObject({
      TRIAL_PERIOD_DAYS: 14,
      GRACE_PERIOD_DAYS: 3,
      MAX_PAYMENT_RETRIES: 3,
      isSandbox: false,
    });
    expect(env.SMTP_URL).toBeUndefined();
  });

  it.each([
    [{ AUTH_SECRET: "short" }, "AUTH_SECRET"],
    [{ CRON_SECRET: undefined }, "CRON_SECRET"],
    [{ AUTH_SECRET: "please-change-me-please-change-me-now" }, "AUTH_SECRET: is a placeholder"],
    [{ CRON_SECRET: "x".repeat(40) }, "CRON_SECRET: is a placeholder"],
    [{ CRON_SECRET: RIGHT.AUTH_SECRET }, "CRON_SECRET: must differ"],
    [{ APP_URL: "nc.gr" }, "APP_URL"],
    [{ MAX_PAYMENT_RETRIES: "many" }, "MAX_PAYMENT_RETRIES"],
    [{ DATABASE_PLATFORM_URL: undefined }, "DATABASE_URL"],
  ])("refuses %o, naming it", (wrong, named) => {
    expect(() => parseEnv({ ...RIGHT, ...wrong })).toThrow(named);
  });

  it("names every wrong setting, and no value", () => {
    let message = "";
    try {
      parseEnv({ ...RIGHT, AUTH_SECRET: "hunter2", APP_URL: "hunter3" });
    } catch (error) {
      message = String(error);
    }
    expect(message).toMatch(/APP_URL[^]*AUTH_SECRET/);
    expect(message).not.toContain("hunter");
  });
});
