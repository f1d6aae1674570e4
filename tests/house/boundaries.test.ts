import { execFileSync, spawnSync } from "node:child_process";
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

import { afterAll, describe, expect, it } from "vitest";

const project = fileURLToPath(new URL("../..", import.meta.url));
const cruiser = join(project, "node_modules", "dependency-cruiser", "bin", "dependency-cruise.mjs");

/** Far below what the tree has: with no compiler to read TypeScript the cruiser sees none, and finds nothing wrong. */
const LEAST_MODULES = 300;

type Report = { summary: { totalCruised: number; violations: { rule: { name: string }; from: string }[] } };

function cruise(folder: string): Report {
  const args = [cruiser, "--config", ".dependency-cruiser.cjs", "--output-type", "json", "."];
  const { stdout } = spawnSync(process.execPath, args, { cwd: folder, encoding: "utf8", maxBuffer: 256 * 1024 * 1024 });
  return JSON.parse(stdout) as Report;
}

/** Each rule with a file that breaks it, by the import it makes. */
const PLANTED: [rule: string, file: string, imports: string][] = [
  ["core-looks-left", "lib/core/planted.ts", "@/lib/billing/subscription"],
  ["usage-looks-left", "lib/usage/planted.ts", "@/lib/invoicing/invoice"],
  ["invoicing-looks-left", "lib/invoicing/planted.ts", "@/lib/billing/subscription"],
  ["payments-looks-left", "lib/payments/planted.ts", "../billing/subscription"],
  ["billing-looks-left", "lib/billing/services/planted.ts", "@/lib/workflows/registry"],
  ["no-circular", "lib/usage/circle-back.ts", "@/lib/usage/circle"],
  ["resolves", "lib/usage/lost.ts", "@/lib/usage/does-not-exist"],
  ["core-is-bottom", "lib/core/below.ts", "@/db/client"],
  ["rules-are-pure", "lib/billing/impure.ts", "@/lib/billing/queries/overview"],
  ["rules-are-pure", "lib/catalog/impure.ts", "@/lib/platform/env"],
  ["rules-are-not-server-only", "lib/billing/stored.ts", "drizzle-orm"],
  ["queries-only-read", "lib/billing/queries/writing.ts", "@/lib/billing/services/start"],
  ["queries-and-services-are-server-only", "lib/billing/services/bare.ts", "@/lib/core/money"],
  ["services-below-web", "lib/billing/services/above.ts", "@/components/ui/button"],
  ["services-below-web", "lib/billing/services/framed.ts", "next/headers"],
  ["adapters-hold-no-rules", "lib/payments/adapters/busy.ts", "@/lib/payments/services/collect"],
  ["schema-below-services", "db/schema/planted.ts", "@/lib/billing/services/start"],
  ["components-take-props", "components/billing/planted.ts", "@/lib/billing/queries/overview"],
  ["components-take-props", "emails/planted.ts", "@/db/client"],
  ["app-never-touches-db", "app/manager/planted.ts", "@/db/client"],
  ["pages-read-via-queries", "app/manager/page.tsx", "@/lib/billing/services/start"],
  ["money-ignores-buildings", "lib/usage/queries/planted.ts", "@/lib/buildings/building"],
  ["buildings-ignore-money", "lib/buildings/planted.ts", "@/lib/billing/subscription"],
  ["sandbox-imports-nothing-of-ours", "sandbox/stripe/planted.ts", "@/lib/core/money"],
  ["nothing-imports-the-sandbox", "lib/payments/adapters/planted.ts", "@/sandbox/stripe/server"],
  ["product-ignores-scripts-and-tests", "app/manager/tested.ts", "@/lib/testing/factories"],
  ["client-leaves-import-no-server", "app/manager/_components/leaf.tsx", "@/lib/billing/services/start"],
];

/** What the planted imports lead to, so that a rule fires for what it forbids and not for a missing file. */
const GROUND: Record<string, string> = {
  "components/ui/button.ts": "",
  "db/client.ts": 'import "server-only";',
  "lib/billing/queries/overview.ts": 'import "server-only";',
  "lib/billing/services/start.ts": 'import "server-only";',
  "lib/billing/subscription.ts": "",
  "lib/buildings/building.ts": "",
  "lib/core/money.ts": "",
  "lib/invoicing/invoice.ts": "",
  "lib/payments/services/collect.ts": 'import "server-only";',
  "lib/platform/env.ts": "",
  "lib/testing/factories.ts": "",
  "lib/usage/circle.ts": 'import "@/lib/usage/circle-back";',
  "lib/workflows/registry.ts": "",
  "sandbox/stripe/server.ts": "",
};

function plant(): string {
  const folder = mkdtempSync(join(tmpdir(), "boundaries-"));
  for (const file of [".dependency-cruiser.cjs", "tsconfig.json", "package.json"]) {
    copyFileSync(join(project, file), join(folder, file));
  }
  symlinkSync(join(project, "node_modules"), join(folder, "node_modules"), "junction");

  const planted = PLANTED.map(([, file, target]) => [file, `import "${target}";\n`] as const);
  for (const [file, content] of [...Object.entries(GROUND), ...planted]) {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), `${content}\nexport {};\n`);
  }
  return folder;
}

describe("the import law", () => {
  const folder = plant();
  const { violations } = cruise(folder).summary;
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it.each(PLANTED)("reports %s for %s", (rule, file) => {
    expect(violations.filter(({ from }) => from === file).map(({ rule: broken }) => broken.name)).toContain(rule);
  });

  it("says nothing of files that keep it", () => {
    const reported = new Set(violations.map(({ from }) => from));
    expect([...reported].filter((file) => file in GROUND)).toEqual([]);
  });

  it("has a planted violation for each rule, domain order apart", () => {
    const names = execFileSync(
      process.execPath,
      [
        "-p",
        'const c = require("./.dependency-cruiser.cjs"); JSON.stringify([...c.forbidden, ...c.required].map((r) => r.name))',
      ],
      { cwd: project, encoding: "utf8" },
    );
    const rules = (JSON.parse(names) as string[]).filter((name) => !name.endsWith("-looks-left"));
    const tried = new Set(PLANTED.map(([rule]) => rule));
    expect(rules.filter((name) => !tried.has(name))).toEqual([]);
  });

  it(`is checked on more than ${LEAST_MODULES} modules of ours`, () => {
    expect(cruise(project).summary.totalCruised).toBeGreaterThan(LEAST_MODULES);
  }, 60_000);
});
