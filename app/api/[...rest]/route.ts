import { problem } from "@/lib/platform/problem";
import { newRequestId } from "@/lib/platform/request-id";

/** What is not an address of the API is a 404 as JSON, for every method. */
function notFound(): Response {
  return problem("not_found", newRequestId());
}

export {
  notFound as GET,
  notFound as HEAD,
  notFound as POST,
  notFound as PUT,
  notFound as PATCH,
  notFound as DELETE,
  notFound as OPTIONS,
};
