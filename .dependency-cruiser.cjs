// The import law, checked on resolved files so that a relative path cannot slip past it.
// TypeScript 7 has no compiler API for dependency-cruiser to use, so @swc/core must be installed beside it:
// without it zero modules are cruised and everything looks green. tests/house/boundaries.test.ts watches over that.
const order = [
  "core",
  "auth",
  "audit",
  "outbox",
  "catalog",
  "usage",
  "ledger",
  "invoicing",
  "payments",
  "billing",
  "analytics",
  "workflows",
];
const money = "^lib/(catalog|usage|ledger|invoicing|payments|billing|analytics)/";
const beside = "^lib/(buildings|people|requests|announcements|documents|charges)/";
const rules = "^lib/(?!core/|platform/|workflows/|testing/|i18n/)[^/]+/[^/]+\\.tsx?$";
const tests = "\\.(test|spec)\\.tsx?$";
const server = "^(db/(client|transaction)\\.ts$|lib/platform/|lib/[^/]+/(services|adapters)/)";

const looksLeft = order.slice(0, -1).map((domain, index) => ({
  name: `${domain}-looks-left`,
  comment: `lib/${domain} may use only the domains before it in the order core … workflows.`,
  severity: "error",
  from: { path: `^lib/${domain}/`, pathNot: tests },
  to: { path: `^lib/(${order.slice(index + 1).join("|")})/` },
}));

module.exports = {
  required: [
    {
      name: "queries-and-services-are-server-only",
      comment: 'A file that reads or writes says `import "server-only"`, so that a client component cannot bundle it.',
      severity: "error",
      module: {
        path: "^lib/[^/]+/(services|queries)/.*\\.ts$|^db/(client|transaction)\\.ts$",
        pathNot: tests,
      },
      to: { path: "node_modules/server-only/" },
    },
  ],
  forbidden: [
    ...looksLeft,
    {
      name: "no-circular",
      severity: "error",
      from: {},
      to: { circular: true },
    },
    {
      name: "resolves",
      comment: "An import that resolves to nothing would escape every other rule.",
      severity: "error",
      from: {},
      to: { couldNotResolve: true },
    },
    {
      name: "core-is-bottom",
      severity: "error",
      from: { path: "^lib/core/", pathNot: tests },
      to: { path: "^(app|components|db|emails|lib|sandbox|scripts)/", pathNot: "^lib/core/" },
    },
    {
      name: "rules-are-pure",
      severity: "error",
      from: { path: rules, pathNot: tests },
      to: {
        path: "^(app|components|db|emails|sandbox|scripts|lib/platform|lib/testing|lib/[^/]+/(services|queries|adapters))/",
      },
    },
    {
      name: "rules-are-not-server-only",
      severity: "error",
      from: { path: rules, pathNot: tests },
      to: { path: "node_modules/(server-only|next|next-auth|postgres|drizzle-orm|stripe|resend|nodemailer)/" },
    },
    {
      name: "queries-only-read",
      severity: "error",
      from: { path: "^lib/[^/]+/queries/", pathNot: tests },
      to: { path: "^(app|components|emails|lib/[^/]+/services)/" },
    },
    {
      name: "services-below-web",
      severity: "error",
      from: { path: "^lib/[^/]+/(services|adapters)/", pathNot: tests },
      to: { path: "^(app|components)/|node_modules/next/" },
    },
    {
      name: "adapters-hold-no-rules",
      severity: "error",
      from: { path: "^lib/[^/]+/adapters/", pathNot: tests },
      to: { path: "^lib/[^/]+/services/" },
    },
    {
      name: "schema-below-services",
      severity: "error",
      from: { path: "^db/(?!seed/)", pathNot: tests },
      to: { path: "^(app|components|emails|lib/[^/]+/(services|queries|adapters))/" },
    },
    {
      name: "components-take-props",
      severity: "error",
      from: { path: "^(components|emails)/", pathNot: tests },
      to: { path: "^(app|db|lib/platform|lib/[^/]+/(services|queries|adapters))/" },
    },
    {
      name: "app-never-touches-db",
      severity: "error",
      from: { path: "^app/", pathNot: tests },
      to: { path: "^db/" },
    },
    {
      name: "pages-read-via-queries",
      severity: "error",
      from: { path: "^app/.*(page|layout)\\.tsx$" },
      to: { path: "^lib/[^/]+/services/" },
    },
    {
      name: "money-ignores-buildings",
      comment:
        "The two monies never meet: what an organization owes us knows nothing of what residents owe their building.",
      severity: "error",
      from: { path: money, pathNot: tests },
      to: { path: beside },
    },
    {
      name: "buildings-ignore-money",
      comment: "The building domains stand on core, auth, audit and outbox alone; quotas reach them through usage.",
      severity: "error",
      from: { path: beside, pathNot: tests },
      to: { path: "^lib/(ledger|invoicing|payments|billing|analytics|workflows)/" },
    },
    {
      name: "sandbox-imports-nothing-of-ours",
      severity: "error",
      from: { path: "^sandbox/", pathNot: tests },
      to: { path: "^(app|components|db|emails|lib|scripts|e2e)/" },
    },
    {
      name: "nothing-imports-the-sandbox",
      severity: "error",
      from: { path: "^(app|components|db|emails|lib|scripts)/", pathNot: tests },
      to: { path: "^sandbox/" },
    },
    {
      name: "product-ignores-scripts-and-tests",
      severity: "error",
      from: { path: "^(app|components|db|emails|lib)/", pathNot: `${tests}|^lib/testing/` },
      to: { path: "^(scripts|e2e|tests|lib/testing)/" },
    },
    {
      name: "client-leaves-import-no-server",
      comment:
        "What lies in _components may be a client component: props in. The types of a read are erased; a read itself is server-only.",
      severity: "error",
      from: { path: "^app/.*/_components/" },
      to: { path: server },
    },
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    exclude: { path: "^(\\.next|\\.data|test-results|playwright-report)/|^next-env\\.d\\.ts$" },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: "tsconfig.json" },
    enhancedResolveOptions: {
      exportsFields: ["exports"],
      conditionNames: ["import", "node", "default", "types"],
      extensions: [".ts", ".tsx", ".mjs", ".js", ".cjs", ".json", ".d.ts"],
    },
  },
};
