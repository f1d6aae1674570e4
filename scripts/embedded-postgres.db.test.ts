import { chmodSync, existsSync, mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import postgres from "postgres";
import { afterAll, describe, expect, it } from "vitest";

import { startEmbeddedPostgres, stopLeftOver } from "@/scripts/embedded-postgres";
import { relocatedHome } from "@/scripts/postgres-home";
import { isRunning, signal, waitUntil } from "@/scripts/processes";

const folder = mkdtempSync(join(tmpdir(), "embedded-"));
chmodSync(folder, 0o755);
const dataDir = join(folder, "postgres");
const privateDir = join(folder, "private", "postgres");

async function ask(url: string, question: string): Promise<unknown> {
  const sql = postgres(url, { max: 1, onnotice: () => undefined });
  try {
    const [row] = await sql.unsafe(question);
    return row?.["answer"];
  } finally {
    await sql.end({ timeout: 5 });
  }
}

afterAll(async () => {
  for (const path of [dataDir, privateDir]) {
    await stopLeftOver(path);
    rmSync(relocatedHome(path), { recursive: true, force: true });
  }
  rmSync(folder, { recursive: true, force: true });
});

describe("the embedded server", { timeout: 60_000 }, () => {
  it("is made, knows Greek, and gives an owner who is no superuser", async () => {
    const server = await startEmbeddedPostgres({ dataDir });
    expect(server.reused).toBe(false);
    expect(await ask(server.ownerUrl, "select lower('ΆΛΦΑ') as answer")).toBe("άλφα");
    expect(await ask(server.ownerUrl, "select 'ΑΘΗΝΑ' ilike 'αθην%' as answer")).toBe(true);
    expect(
      await ask(
        server.ownerUrl,
        "select rolsuper or rolbypassrls as answer from pg_roles where rolname = current_user",
      ),
    ).toBe(false);
    await server.stop();
    expect(isRunning(server.pid)).toBe(false);
  });

  it("listens on 127.0.0.1 alone, and asks for its password", async () => {
    const server = await startEmbeddedPostgres({ dataDir });
    expect(await ask(server.ownerUrl, "select current_setting('listen_addresses') as answer")).toBe("127.0.0.1");
    const wrong = new URL(server.ownerUrl);
    wrong.password = "guessed";
    await expect(ask(wrong.href, "select 1 as answer")).rejects.toThrow(/password/);
    await server.stop();
  });

  it("left behind by a killed parent is taken over", async () => {
    const first = await startEmbeddedPostgres({ dataDir });
    const second = await startEmbeddedPostgres({ dataDir });
    expect([second.reused, second.pid, second.ownerUrl]).toEqual([true, first.pid, first.ownerUrl]);
    await second.stop();
    expect(isRunning(first.pid)).toBe(false);
  });

  it("killed itself comes back with every row that was acknowledged", async () => {
    const killed = await startEmbeddedPostgres({ dataDir });
    await ask(killed.ownerUrl, "create table kept as select 42 as answer");
    signal(killed.pid, "SIGKILL");
    await waitUntil(() => !isRunning(killed.pid), 5_000);

    const server = await startEmbeddedPostgres({ dataDir });
    expect(await ask(server.ownerUrl, "select answer from kept")).toBe(42);
    await server.stop();
  });

  it("shared by two runs stops with the last one", async () => {
    const first = await startEmbeddedPostgres({ dataDir, shared: true });
    const second = await startEmbeddedPostgres({ dataDir, shared: true });
    await first.stop();
    expect(isRunning(second.pid)).toBe(true);
    await second.stop();
    expect(isRunning(second.pid)).toBe(false);
  });

  it.runIf(process.getuid?.() === 0)(
    "started by root in a private folder moves where nobody can reach it",
    async () => {
      mkdirSync(join(folder, "private"), { mode: 0o700 });
      const server = await startEmbeddedPostgres({ dataDir: privateDir });
      expect(server.relocatedTo).toBe(relocatedHome(privateDir));
      expect(existsSync(join(relocatedHome(privateDir), "data", "cluster", "PG_VERSION"))).toBe(true);
      await server.stop();
    },
  );
});
