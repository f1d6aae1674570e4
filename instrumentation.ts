import type { Instrumentation } from "next";

/** Runs once, before the first request. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== "nodejs") return;
  const { startUp } = await import("@/lib/platform/start-up");
  await startUp();
}

/** What a page threw: the digest is the reference its error page shows. */
export const onRequestError: Instrumentation.onRequestError = async (error, request, context) => {
  if (process.env.NEXT_RUNTIME !== "nodejs") return;
  const { logger } = await import("@/lib/platform/logger");
  const digest = error instanceof Error && "digest" in error ? error.digest : undefined;
  logger().error({ error, digest, path: request.path.split("?")[0], route: context.routePath }, "request failed");
};
