import { type Child, startChild } from "@/scripts/children";
import { logTo } from "@/scripts/log-file";
import { type RunSettings, sandboxEnvironment } from "@/scripts/run-settings";
import { untilUp } from "@/scripts/until-up";

/**
 * Starts the stand-in for Stripe. Without a webhook URL it keeps its events to itself.
 * @throws Error with its last lines when it does not start.
 */
export async function startSandbox(settings: RunSettings, webhookUrl: string | null): Promise<Child> {
  const child = startChild({
    name: "The Stripe stand-in",
    file: "sandbox/stripe/main.ts",
    env: sandboxEnvironment(settings, webhookUrl),
    onLine: logTo(webhookUrl === null ? "sandbox-demo" : "sandbox"),
  });
  await untilUp(child, `http://127.0.0.1:${settings.sandboxPort}/`);
  return child;
}
