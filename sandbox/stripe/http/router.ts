import type { Route } from "@/sandbox/stripe/http/route";

export type Match = { route: Route; id: string; subId: string };

/** Finds the route for a method and a path; with a literal segment before one with a variable in the same place. */
export function createRouter(routes: readonly Route[]): (method: string, path: string) => Match | undefined {
  const bySize = new Map<string, { route: Route; segments: string[] }[]>();
  for (const route of routes) {
    const segments = route.path.split("/");
    const bucket = `${route.method} ${segments.length}`;
    bySize.set(bucket, [...(bySize.get(bucket) ?? []), { route, segments }]);
  }

  return (method, path) => {
    const parts = path.split("/");
    const candidates = bySize.get(`${method} ${parts.length}`) ?? [];
    const found = candidates.find(({ segments }) =>
      segments.every((segment, index) => segment.startsWith(":") || segment === parts[index]),
    );
    if (found === undefined) return undefined;

    const variables = parts.filter((_, index) => found.segments[index]?.startsWith(":")).map(decodeSegment);

    return { route: found.route, id: variables[0] ?? "", subId: variables[1] ?? "" };
  };
}

function decodeSegment(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}
