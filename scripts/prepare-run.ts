import { loadDotEnv } from "@/scripts/dot-env";
import { firstFreePort, isPortFree } from "@/scripts/ports";
import { otherRun } from "@/scripts/run-lock";
import { checkSettings, type RunSettings } from "@/scripts/run-settings";
import { loadSecrets } from "@/scripts/secrets";

/** Stands in until the embedded server has told its port: the settings are checked before anything is started. */
const UNKNOWN_YET = "postgres://owner:unknown-yet@127.0.0.1/new_concierge";

async function choosePort(say: (line: string) => void): Promise<number> {
  const wanted = Number(process.env["PORT"] || 3000);
  if (!Number.isInteger(wanted) || wanted < 1 || wanted > 65_535) {
    throw new Error(`PORT is "${process.env["PORT"]}": it must be a whole number from 1 to 65535.`);
  }
  if (await isPortFree(wanted)) return wanted;

  const port = await firstFreePort(wanted + 1);
  say(`Port ${wanted} is taken by another program: taking ${port}.`);
  return port;
}

/**
 * Settles what a run needs to know before it starts anything.
 * @throws Error when another run is under way here, or a setting is missing or wrong.
 */
export async function prepareRun(say: (line: string) => void): Promise<RunSettings> {
  loadDotEnv();
  if (process.env["APP_ENV"] === "production") {
    throw new Error(
      "npm start is for trying and developing. With APP_ENV=production use npm run migrate and npm run serve.",
    );
  }
  const other = await otherRun();
  if (other) throw new Error(`New Concierge already runs here, at ${other.url} (process ${other.pid}).`);

  const port = await choosePort(say);
  const settings: RunSettings = {
    port,
    sandboxPort: await firstFreePort(Math.min(port + 1000, 64_000)),
    ownerUrl: process.env["DATABASE_URL"] || UNKNOWN_YET,
    secrets: loadSecrets(),
    source: { ...process.env },
  };
  checkSettings(settings);
  return settings;
}
