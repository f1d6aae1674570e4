import { existsSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

/** The folder of the project. */
export const PROJECT = fileURLToPath(new URL("..", import.meta.url)).replace(/[\\/]$/, "");

/** Where everything lies that a start makes: the database, generated secrets, logs. Ignored by git. */
export const DATA = join(PROJECT, ".data");

/** Reads .env of the project, when there is one. What the shell has set wins. */
export function loadDotEnv(): void {
  const file = join(PROJECT, ".env");
  if (existsSync(file)) process.loadEnvFile(file);
}
