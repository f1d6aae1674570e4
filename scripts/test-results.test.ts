import { describe, expect, it } from "vitest";

import { closingLine, fromPlaywright, fromVitest, slowest } from "@/scripts/test-results";

const vitestFile = (status: string, tests: [string, string, number][]) => ({
  name: "money.test.ts",
  status,
  message: "",
  assertionResults: tests.map(([fullName, outcome, duration]) => ({ fullName, status: outcome, duration })),
});

describe("fromVitest", () => {
  it("counts what ran and leaves out what was skipped", () => {
    const file = vitestFile("passed", [
      ["adds", "passed", 5],
      ["splits", "pending", 0],
    ]);
    expect(fromVitest({ testResults: [file] })).toEqual([
      { name: "money.test.ts › adds", passed: true, durationMs: 5 },
    ]);
  });

  it("counts a file that could not be loaded as one failed test", () => {
    expect(fromVitest({ testResults: [vitestFile("failed", [])] })).toEqual([
      { name: "money.test.ts", passed: false, durationMs: 0 },
    ]);
  });

  it("counts a failed test once", () => {
    expect(fromVitest({ testResults: [vitestFile("failed", [["adds", "failed", 5]])] })).toHaveLength(1);
  });
});

describe("fromPlaywright", () => {
  const spec = (title: string, status: string) => ({
    title,
    tests: [{ status, results: [{ duration: 7 }, { duration: 3 }] }],
  });

  it("walks nested suites, takes a flaky test as passed and adds up its tries", () => {
    const suites = [
      {
        title: "sign-in.spec.ts",
        specs: [spec("opens", "expected")],
        suites: [{ title: "wrong", specs: [spec("says so", "flaky"), spec("later", "skipped")] }],
      },
    ];
    expect(fromPlaywright({ suites, errors: [] })).toEqual([
      { name: "sign-in.spec.ts › opens", passed: true, durationMs: 10 },
      { name: "sign-in.spec.ts › wrong › says so", passed: true, durationMs: 10 },
    ]);
  });

  it("counts unexpected results and errors outside tests as failed", () => {
    const suites = [{ title: "a.spec.ts", specs: [spec("breaks", "unexpected")] }];
    expect(closingLine(fromPlaywright({ suites, errors: ["no browser"] }))).toBe("0 passed, 2 failed");
  });
});

describe("the closing lines", () => {
  const results = [10, 30, 20].map((durationMs) => ({ name: `${durationMs}`, passed: durationMs > 10, durationMs }));

  it("put the slowest first", () => {
    expect(slowest(results, 2).map(({ name }) => name)).toEqual(["30", "20"]);
  });

  it("count passed and failed", () => {
    expect(closingLine(results)).toBe("2 passed, 1 failed");
    expect(closingLine([])).toBe("0 passed, 0 failed");
  });
});
