import { expect, test } from "vitest";
import { MAX_DELIVERY_TRIES, retryDelaySeconds } from "@/lib/outbox/retry-delay";

test("the delay doubles up to an hour", () => {
  const delays = Array.from({ length: MAX_DELIVERY_TRIES }, (_, index) => retryDelaySeconds(index + 1));
  expect(delays).toEqual([10, 20, 40, 80, 160, 320, 640, 1280, 2560, 3600, 3600, 3600]);
});

test("a provider that is down for two hours kills no message", () => {
  const waited = Array.from({ length: MAX_DELIVERY_TRIES - 1 }, (_, index) => retryDelaySeconds(index + 1));
  expect(waited.reduce((sum, delay) => sum + delay, 0)).toBeGreaterThan(2 * 3600);
});
