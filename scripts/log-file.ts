import { createWriteStream, mkdirSync } from "node:fs";
import { join } from "node:path";

import { DATA } from "@/scripts/dot-env";

/** A writer of lines to .data/logs/<name>.log, begun anew: the terminal is kept for what a person needs to see. */
export function logTo(name: string): (line: string) => void {
  mkdirSync(join(DATA, "logs"), { recursive: true });
  const file = createWriteStream(join(DATA, "logs", `${name}.log`));
  return (line) => void file.write(`${line}\n`);
}
