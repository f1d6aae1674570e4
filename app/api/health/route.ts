import { isDatabaseHealthy } from "@/lib/platform/database-health";
import { problem } from "@/lib/platform/problem";
import { newRequestId } from "@/lib/platform/request-id";

export const dynamic = "force-dynamic";

/** For load balancers and start scripts: 200 while the database answers, else 503. Says nothing else about us. */
export async function GET(): Promise<Response> {
  if (!(await isDatabaseHealthy())) return problem("database_unavailable", newRequestId());
  return Response.json({ status: "ok" }, { headers: { "cache-control": "private, no-store" } });
}
