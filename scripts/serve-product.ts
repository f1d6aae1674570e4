import { type Child, startChild } from "@/scripts/children";
import { logTo } from "@/scripts/log-file";
import type { Run } from "@/scripts/run";
import { productEnvironment, usesSandbox } from "@/scripts/run-settings";
import { startSandbox } from "@/scripts/start-sandbox";
import { untilUp } from "@/scripts/until-up";

/** Without this child there is no product: when it ends, everything ends, and says which it was. */
function vital(child: Child, { shutdown }: Run): void {
  void child.ended.then(({ code, signal }) => {
    if (shutdown.hasBegun()) return;
    void shutdown.stop(1, `${child.tail()}\n${child.name} ended (${signal ?? `code ${code}`}). Stopping …`);
  });
}

/** Starts the stand-ins and the product, and returns when it answers. @throws Error when it does not. */
export async function serveProduct(run: Run): Promise<void> {
  const { settings, isDev } = run;
  const origin = `http://127.0.0.1:${settings.port}`;
  if (usesSandbox(settings.source)) vital(await startSandbox(settings, `${origin}/api/webhooks/stripe`), run);

  const product = startChild({
    name: "The product",
    file: "node_modules/next/dist/bin/next",
    args: [isDev ? "dev" : "start", "-H", "127.0.0.1", "-p", String(settings.port)],
    env: { ...productEnvironment(settings), NODE_ENV: isDev ? "development" : "production" },
    onLine: isDev ? console.log : logTo("product"),
  });
  vital(product, run);
  await untilUp(product, `${origin}/api/health`);
}
