import { invalidRequest } from "@/sandbox/stripe/api-error";

/** A form value before validation: a scalar, or a hash (arrays are hashes with whole numbers as keys). */
export type FormValue = string | FormHash;
export type FormHash = Map<string, FormValue>;

const MAX_PAIRS = 2_000;
const MAX_DEPTH = 8;

/**
 * Reads Stripe's form encoding: `a=c`, `a[b]=c`, `a[]=c`, `a[0][b]=c`. A repeated scalar keeps its last value.
 * Throws a 400 when one name is used both as a scalar and as a hash, or when the form is too deep or too long.
 */
export function decodeForm(text: string): FormHash {
  const root: FormHash = new Map();
  if (text === "") return root;

  const pairs = text.split("&");
  if (pairs.length > MAX_PAIRS) throw invalidRequest("The request has too many parameters.");

  for (const pair of pairs) {
    if (pair === "") continue;
    const equals = pair.indexOf("=");
    const name = unescape(equals < 0 ? pair : pair.slice(0, equals));
    const value = equals < 0 ? "" : unescape(pair.slice(equals + 1));
    insert(root, { path: splitName(name), value });
  }

  return root;
}

function unescape(text: string): string {
  try {
    return decodeURIComponent(text.replaceAll("+", " "));
  } catch {
    throw invalidRequest(
      "The request is not well-formed: a percent sign is followed by something else than hex digits.",
    );
  }
}

function splitName(name: string): string[] {
  const bracket = name.indexOf("[");
  if (bracket <= 0) return [name];

  const rest = name.slice(bracket);
  if (!/^(\[[^[\]]*\])+$/.test(rest)) throw invalidRequest(`Invalid parameter name: ${name}`, { param: name });

  const path = [name.slice(0, bracket), ...rest.slice(1, -1).split("][")];
  if (path.length > MAX_DEPTH) throw invalidRequest(`Parameter is nested too deeply: ${name}`, { param: name });

  return path;
}

function insert(root: FormHash, entry: { path: string[]; value: string }): void {
  let hash = root;
  entry.path.forEach((segment, index) => {
    const key = segment === "" ? String(hash.size) : segment;
    const existing = hash.get(key);

    if (index === entry.path.length - 1) {
      if (existing instanceof Map) throw mixedKinds(entry.path);
      hash.set(key, entry.value);
      return;
    }

    if (typeof existing === "string") throw mixedKinds(entry.path);
    const next: FormHash = existing ?? new Map();
    hash.set(key, next);
    hash = next;
  });
}

function mixedKinds(path: string[]): Error {
  const name = path[0] ?? "";

  return invalidRequest(`Invalid object: ${name} is given both as a value and as a hash`, { param: name });
}

/** A canonical text of a form, whatever the order in which its parameters came: what an idempotency key is bound to. */
export function canonicalForm(value: FormValue): string {
  if (typeof value === "string") return JSON.stringify(value);

  const entries = [...value].toSorted(([left], [right]) => (left < right ? -1 : 1));

  return `{${entries.map(([key, item]) => `${JSON.stringify(key)}:${canonicalForm(item)}`).join(",")}}`;
}
