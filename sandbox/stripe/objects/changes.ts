/** The former values of what changed between two versions of an object: `previous_attributes` of its event. */
export function previousAttributes(before: object, after: object): Record<string, unknown> {
  const changes: Record<string, unknown> = {};
  const [old, current] = [before as Record<string, unknown>, after as Record<string, unknown>];

  for (const key of new Set([...Object.keys(old), ...Object.keys(current)])) {
    const [was, is] = [old[key] ?? null, current[key] ?? null];
    if (JSON.stringify(was) === JSON.stringify(is)) continue;
    changes[key] = isHash(was) && isHash(is) ? previousAttributes(was, is) : was;
  }

  return changes;
}

function isHash(value: unknown): value is object {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
