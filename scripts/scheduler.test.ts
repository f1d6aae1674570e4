import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";

import { describe, expect, it } from "vitest";

import { PROJECT } from "@/scripts/dot-env";
import { intervalOf, readJobs } from "@/scripts/scheduler";

const MINUTE = 60_000;

describe("intervalOf", () => {
  it.each([
    ["* * * * *", MINUTE],
    ["*/5 * * * *", 5 * MINUTE],
    ["5 * * * *", 60 * MINUTE],
    ["30 2 * * *", 24 * 60 * MINUTE],
  ])("reads %s", (schedule, expected) => {
    expect(intervalOf(schedule)).toBe(expected);
  });
});

describe("the jobs of vercel.json", () => {
  const jobs = readJobs();

  it.each(jobs.map(({ path }) => path))("have a route: %s", (path) => {
    expect(existsSync(join(PROJECT, "app", path, "route.ts"))).toBe(true);
  });

  it("leave no cron route uncalled", () => {
    const routes = readdirSync(join(PROJECT, "app", "api", "cron"));
    expect(routes.filter((route) => !jobs.some(({ name }) => name === route))).toEqual([]);
  });
});
