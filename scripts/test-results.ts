/** One test that ran. Skipped ones are not counted. */
export type TestResult = { name: string; passed: boolean; durationMs: number };

type VitestReport = {
  testResults: {
    name: string;
    status: string;
    message: string;
    assertionResults: { fullName: string; status: string; duration?: number | null }[];
  }[];
};

/** The tests of a vitest JSON report. A file that could not be loaded counts as one failed test. */
export function fromVitest(report: VitestReport): TestResult[] {
  return report.testResults.flatMap((file) => {
    const ran = file.assertionResults.filter(({ status }) => status === "passed" || status === "failed");
    const results = ran.map((test) => ({
      name: `${file.name} › ${test.fullName}`,
      passed: test.status === "passed",
      durationMs: test.duration ?? 0,
    }));
    const isBroken = file.status === "failed" && results.every(({ passed }) => passed);
    return isBroken ? [...results, { name: file.name, passed: false, durationMs: 0 }] : results;
  });
}

type PlaywrightSuite = {
  title: string;
  suites?: PlaywrightSuite[];
  specs?: { title: string; tests: { status: string; results: { duration: number }[] }[] }[];
};
type PlaywrightReport = { suites: PlaywrightSuite[]; errors: unknown[] };

function fromSuite(suite: PlaywrightSuite, path: string): TestResult[] {
  const here = `${path}${suite.title} › `;
  const own = (suite.specs ?? []).flatMap((spec) =>
    spec.tests
      .filter(({ status }) => status !== "skipped")
      .map((test) => ({
        name: `${here}${spec.title}`,
        passed: test.status === "expected" || test.status === "flaky",
        durationMs: test.results.reduce((sum, { duration }) => sum + duration, 0),
      })),
  );
  return [...own, ...(suite.suites ?? []).flatMap((inner) => fromSuite(inner, here))];
}

/** The tests of a Playwright JSON report. What failed outside any test counts as one failed test each. */
export function fromPlaywright(report: PlaywrightReport): TestResult[] {
  const outside = report.errors.map(() => ({ name: "outside a test", passed: false, durationMs: 0 }));
  return [...report.suites.flatMap((suite) => fromSuite(suite, "")), ...outside];
}

/** The `count` slowest, slowest first. */
export function slowest(results: TestResult[], count: number): TestResult[] {
  return results.toSorted((a, b) => b.durationMs - a.durationMs).slice(0, count);
}

/** The line a run closes with. */
export function closingLine(results: TestResult[]): string {
  const passed = results.filter((result) => result.passed).length;
  return `${passed} passed, ${results.length - passed} failed`;
}
