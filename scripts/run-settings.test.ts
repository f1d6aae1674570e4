import { describe, expect, it } from "vitest";

import { checkSettings, productEnvironment, type RunSettings, sandboxEnvironment } from "@/scripts/run-settings";

const run = (source: Record<string, string | undefined> = {}): RunSettings => ({
  port: 3001,
  sandboxPort: 4001,
  ownerUrl: "postgres://nc_owner:secret@127.0.0.1:5432/new_concierge",
  secrets: {
    AUTH_SECRET: "a".repeat(64),
    CRON_SECRET: "c".repeat(64),
    STRIPE_SECRET_KEY: "sk_test_sandbox_0123456789abcdef",
    STRIPE_PUBLISHABLE_KEY: "pk_test_sandbox_0123456789abcdef",
    STRIPE_WEBHOOK_SECRET: "whsec_0123456789abcdef",
  },
  source,
});

describe("the settings of a run", () => {
  it("make addresses of the port really taken", () => {
    const env = productEnvironment(run({ APP_URL: "http://localhost:3000" }));
    expect([env["APP_URL"], env["AUTH_URL"]]).toEqual(["http://localhost:3001", "http://localhost:3001"]);
  });

  it("keep a host of the operator's own", () => {
    expect(productEnvironment(run({ APP_URL: "https://nc.example/" }))["APP_URL"]).toBe("https://nc.example");
  });

  it("stand in for Stripe when no key is set, an empty one included", () => {
    const env = productEnvironment(run({ STRIPE_SECRET_KEY: "" }));
    expect(env["STRIPE_SECRET_KEY"]).toBe("sk_test_sandbox_0123456789abcdef");
    expect(env["STRIPE_API_BASE"]).toBe("http://127.0.0.1:4001");
  });

  it("never mix a real key with the stand-in", () => {
    const env = productEnvironment(run({ STRIPE_SECRET_KEY: "sk_test_real_key_of_someone" }));
    expect(env["STRIPE_API_BASE"]).toBeUndefined();
    expect(env["STRIPE_PUBLISHABLE_KEY"]).toBeUndefined();
  });

  it("are complete by themselves", () => {
    expect(() => checkSettings(run())).not.toThrow();
  });

  it("name the one that is too short", () => {
    expect(() => checkSettings(run({ AUTH_SECRET: "short" }))).toThrow(/AUTH_SECRET: must have at least 32/);
  });

  it("give the stand-in a webhook only when one is named", () => {
    expect(sandboxEnvironment(run(), null)).not.toHaveProperty("SANDBOX_WEBHOOK_URL");
    expect(sandboxEnvironment(run(), "http://127.0.0.1:3001/x")["SANDBOX_WEBHOOK_URL"]).toBe("http://127.0.0.1:3001/x");
  });
});
