import type { Child } from "@/scripts/children";
import { waitUntil } from "@/scripts/processes";

async function answers(url: string): Promise<boolean> {
  try {
    await fetch(url, { signal: AbortSignal.timeout(10_000), redirect: "manual" });
    return true;
  } catch {
    return false;
  }
}

/**
 * Waits until the child answers at `url`, whatever it answers.
 * @throws Error with its last lines when it ends first, or says nothing for two minutes.
 */
export async function untilUp(child: Child, url: string): Promise<void> {
  let hasEnded = false;
  void child.ended.then(() => (hasEnded = true));
  const isUp = await waitUntil(async () => hasEnded || (await answers(url)), 120_000);
  if (hasEnded || !isUp) throw new Error(`${child.name} does not start.\n${child.tail()}`);
}
