import "server-only";
import pino, { type Logger } from "pino";

/** Never written, wherever they stand in what is logged. */
const SECRETS = [
  "password",
  "passwordHash",
  "token",
  "secret",
  "authorization",
  "cookie",
  "headers.authorization",
  "headers.cookie",
  "*.password",
  "*.passwordHash",
  "*.token",
  "*.secret",
  "*.authorization",
  "*.cookie",
];

let instance: Logger | undefined;

/** One JSON line an event on stdout. Made on first use, so that importing it needs no settings. */
export function logger(): Logger {
  instance ??= pino({
    level: isLevel(process.env.LOG_LEVEL) ? process.env.LOG_LEVEL : "info",
    redact: { paths: SECRETS, censor: "[redacted]" },
    serializers: { error: serializeError },
    base: null,
    timestamp: pino.stdTimeFunctions.isoTime,
  });
  return instance;
}

/** A wrong level is reported by env(), for which there must be a logger. */
function isLevel(level: string | undefined): level is string {
  return level !== undefined && (level === "silent" || level in pino.levels.values);
}

/**
 * What of an error is safe to keep. Drizzle's message repeats the statement with its parameters, which are people's data, so of
 * a failed query only the database's own words stay.
 */
function serializeError(error: unknown): unknown {
  if (!(error instanceof Error)) return { message: String(error) };

  const isQuery = error.name === "DrizzleQueryError" || error.message.startsWith("Failed query:");
  return {
    name: error.name,
    message: isQuery ? "a database query failed" : error.message,
    ...("code" in error ? { code: error.code } : {}),
    stack: isQuery ? undefined : error.stack,
    ...(error.cause === undefined ? {} : { cause: serializeError(error.cause) }),
  };
}
