import { join } from "node:path";
import { performance } from "node:perf_hooks";
import postgres from "postgres";
import { closePools } from "@/db/client";
import { runtimeRoleUrls } from "@/db/role-urls";
import { loadCatalogues } from "@/db/seed/load-catalogues";
import { loadIssuers } from "@/db/seed/load-issuers";
import { platformTransaction } from "@/db/transaction";
import { closeDueBillingCycles } from "@/lib/billing/services/close-due-billing-cycles";
import { rewriteClosedRows } from "@/scripts/bench/rewrite-closed-rows";
import { seedDueSubscriptions } from "@/lib/testing/seed-due-subscriptions";
import { DATA } from "@/scripts/dot-env";
import { createDatabase, startEmbeddedPostgres } from "@/scripts/embedded-postgres";
import { migrateDatabase } from "@/scripts/migrate-database";

/**
 * npm run bench:cycles [-- count]: closes due subscriptions, each with a recurring line, two metered lines, tax, ledger,
 * audit and outbox; then writes the very same rows again by plain multi-row INSERT into a twin database, and prints the ratio.
 */
const count = Number(process.argv[2] ?? 10_000);
const BATCH = 250;
const NOW = new Date("2026-02-01T06:00:00Z");

const server = await startEmbeddedPostgres({ dataDir: join(DATA, "bench-postgres") });
const databases: postgres.Sql[] = [];
try {
  const run = Date.now().toString(36);
  const ownerUrl = await createDatabase(server.ownerUrl, `bench_${run}`);
  await migrateDatabase({ ownerUrl });
  const urls = runtimeRoleUrls({ ownerUrl });
  Object.assign(process.env, benchEnvironment(ownerUrl, urls));
  await loadCatalogues({});
  await platformTransaction(loadIssuers);
  const sql = connect(ownerUrl);
  await seedDueSubscriptions(sql, count);
  await sql.end();
  await closePools();
  const twinUrl = await createDatabase(server.ownerUrl, `bench_${run}_twin`, `bench_${run}`);

  const closing = await measureClosing();
  const limit = await rewriteClosedRows({
    from: connect(ownerUrl),
    to: connect(runtimeRoleUrls({ ownerUrl: twinUrl }).platformUrl),
    batch: BATCH,
  });

  const perSecond = count / closing.seconds;
  console.log(`closed ${count} cycles in ${closing.seconds.toFixed(2)} s: ${perSecond.toFixed(0)} cycles a second`);
  console.log(
    `the same ${limit.rows} rows by multi-row INSERT, no logic: ${limit.seconds.toFixed(2)} s (${(count / limit.seconds).toFixed(0)} a second)`,
  );
  console.log(
    `ratio to the limit: ${(limit.seconds / closing.seconds).toFixed(2)} (at least 0.35 wanted; at least 1,000 a second)`,
  );
  console.log(
    `memory (RSS) at each quarter: ${closing.memory.map((bytes) => `${Math.round(bytes / 1e6)} MB`).join(", ")}; peak ${Math.round(closing.peak / 1e6)} MB`,
  );
} finally {
  await closePools();
  await Promise.all(databases.map((open) => open.end({ timeout: 5 })));
  await server.stop();
}

function connect(url: string): postgres.Sql {
  const sql = postgres(url, { max: 1, onnotice: () => undefined });
  databases.push(sql);
  return sql;
}

async function measureClosing(): Promise<{ seconds: number; memory: number[]; peak: number }> {
  const memory: number[] = [];
  let peak = 0;
  let calls = 0;
  const quarter = Math.max(1, Math.floor(count / BATCH / 4));
  const startedAt = performance.now();
  const report = await closeDueBillingCycles({
    now: NOW,
    limit: BATCH,
    scope: { testClockId: null },
    actor: { kind: "cron" },
    timeLeft: () => {
      const { rss } = process.memoryUsage();
      peak = Math.max(peak, rss);
      calls += 1;
      if (calls % quarter === 0 && memory.length < 4) memory.push(rss);
      return true;
    },
  });
  const seconds = (performance.now() - startedAt) / 1000;
  if (report.processed !== count || report.failed > 0) {
    const [parked] = await connect(process.env["DATABASE_URL"] ?? "")`
      select right(parked_reason, 500) as reason from subscription where parked_at is not null limit 1`;
    throw new Error(`closed ${report.processed}, parked ${report.failed}: ${parked?.["reason"]}`);
  }
  return { seconds, memory, peak };
}

function benchEnvironment(ownerUrl: string, urls: { appUrl: string; platformUrl: string }): Record<string, string> {
  return {
    APP_ENV: "test",
    APP_URL: "http://localhost:3000",
    AUTH_SECRET: "bench-bench-bench-bench-bench-bench",
    CRON_SECRET: "bench-bench-bench-bench-bench-bench",
    DATABASE_URL: ownerUrl,
    DATABASE_APP_URL: urls.appUrl,
    DATABASE_PLATFORM_URL: urls.platformUrl,
    STRIPE_SECRET_KEY: "sk_test_sandbox_bench0000000000",
    STRIPE_PUBLISHABLE_KEY: "pk_test_sandbox_bench0000000000",
    STRIPE_WEBHOOK_SECRET: "whsec_bench0000000000000000",
  };
}
