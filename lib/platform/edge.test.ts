import { describe, expect, it } from "vitest";
import { hasBearer } from "@/lib/platform/bearer";
import { clientAddress } from "@/lib/platform/client-address";
import { readJson } from "@/lib/platform/request-body";
import { isSameOrigin } from "@/lib/platform/same-origin";

describe("isSameOrigin", () => {
  it.each([
    ["https://nc.example", "nc.example", null, true],
    ["https://nc.example", "internal:3000", null, true],
    ["http://127.0.0.1:3000", "127.0.0.1:3000", null, true],
    ["https://evil.test", "nc.example", "cross-site", false],
    ["https://evil.test", "nc.example", "same-origin", false],
    ["https://nc.example.evil.test", "nc.example", null, false],
    ["http://nc.example", "other", null, false],
    ["null", "nc.example", null, false],
    ["not an origin", "nc.example", null, false],
    ["", "nc.example", null, false],
    ["chrome-extension://nc.example", "nc.example", null, false],
    [null, "nc.example", null, false],
    [null, "nc.example", "none", false],
    [null, "nc.example", "same-site", false],
    [null, "nc.example", "same-origin", true],
  ])("Origin %s at Host %s with Sec-Fetch-Site %s: %s", (origin, host, secFetchSite, is) => {
    expect(isSameOrigin({ origin, host, secFetchSite, appUrl: "https://nc.example/" })).toBe(is);
  });
});

describe("clientAddress", () => {
  it.each([
    ["203.0.113.7", "203.0.113.7"],
    ["10.0.0.1, 203.0.113.7", "203.0.113.7"],
    ["evil, ::ffff:203.0.113.7", "203.0.113.7"],
    ["2001:db8::1", "2001:db8::1"],
    ["203.0.113.7, <script>", null],
    [null, null],
  ])("of %s is %s", (forwarded, address) => {
    expect(clientAddress(new Headers(forwarded === null ? {} : { "x-forwarded-for": forwarded }))).toBe(address);
  });
});

describe("hasBearer", () => {
  const secret = "a-secret-of-thirty-two-characters";

  it.each([
    [`Bearer ${secret}`, true],
    [`bearer ${secret}`, false],
    [`Bearer ${secret}x`, false],
    ["Bearer ", false],
    [secret, false],
    [null, false],
  ])("%s: %s", (authorization, has) => {
    expect(hasBearer(new Headers(authorization === null ? {} : { authorization }), secret)).toBe(has);
  });

  it("is never true without a secret", () => {
    expect(hasBearer(new Headers({ authorization: "Bearer " }), "")).toBe(false);
  });
});

describe("readJson", () => {
  const post = (body: string): Request => new Request("http://localhost/", { method: "POST", body });

  it("reads JSON, and nothing of an empty body", async () => {
    expect(await readJson(post('{"a":1}'))).toEqual({ a: 1 });
    expect(await readJson(post(""))).toBeUndefined();
  });

  it("refuses what is not JSON, and what is too large", async () => {
    await expect(readJson(post("{"))).rejects.toMatchObject({ code: "invalid_input" });
    await expect(readJson(post("x".repeat(1_000_001)))).rejects.toMatchObject({ code: "payload_too_large" });
  });
});
