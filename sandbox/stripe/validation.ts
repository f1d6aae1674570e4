import { invalidRequest } from "@/sandbox/stripe/api-error";
import type { FormHash, FormValue } from "@/sandbox/stripe/http/form";

/** Reads one parameter, or throws the 400 Stripe would answer. `path` is its full name, e.g. `card[number]`. */
export type Rule<T> = (raw: FormValue, path: string) => T;
export type RequiredRule<T> = { readonly required: Rule<T> };
export type Shape = Record<string, Rule<unknown> | RequiredRule<unknown>>;

/** What a shape reads into: required parameters are there, the others may be missing. */
export type Values<S extends Shape> = {
  [K in keyof S as S[K] extends RequiredRule<unknown> ? K : never]: S[K] extends RequiredRule<infer T> ? T : never;
} & {
  [K in keyof S as S[K] extends RequiredRule<unknown> ? never : K]?: S[K] extends Rule<infer T> ? T : never;
};

export function required<T>(rule: Rule<T>): RequiredRule<T> {
  return { required: rule };
}

/** Reads the parameters of a request: an unknown name, a missing one and a wrong value are each a 400. */
export function readParams<S extends Shape>(shape: S, form: FormHash): Values<S> {
  return readHash(shape, { form, path: "" });
}

export function hash<S extends Shape>(shape: S): Rule<Values<S>> {
  return (raw, path) => {
    if (typeof raw === "string") throw invalidRequest("Invalid object", { param: path });

    return readHash(shape, { form: raw, path });
  };
}

function readHash<S extends Shape>(shape: S, source: { form: FormHash; path: string }): Values<S> {
  const values: Record<string, unknown> = {};
  const nameOf = (key: string) => (source.path === "" ? key : `${source.path}[${key}]`);

  for (const [key, raw] of source.form) {
    const field = Object.hasOwn(shape, key) ? shape[key] : undefined;
    if (field === undefined) throw unknownParameter(nameOf(key), Object.keys(shape).map(nameOf));
    values[key] = (typeof field === "function" ? field : field.required)(raw, nameOf(key));
  }

  for (const [key, field] of Object.entries(shape)) {
    if (typeof field !== "function" && values[key] === undefined) {
      throw invalidRequest(`Missing required param: ${nameOf(key)}.`, {
        code: "parameter_missing",
        param: nameOf(key),
      });
    }
  }

  return values as Values<S>;
}

function unknownParameter(name: string, known: string[]): Error {
  const near = known.find(
    (candidate) => candidate.includes(name) || name.includes(candidate) || isOneEdit(candidate, name),
  );
  const hint = near === undefined ? "" : `. Did you mean ${near}?`;

  return invalidRequest(`Received unknown parameter: ${name}${hint}`, { code: "parameter_unknown", param: name });
}

function isOneEdit(left: string, right: string): boolean {
  if (Math.abs(left.length - right.length) > 1) return false;
  const start = left.split("").findIndex((letter, index) => letter !== right[index]);
  if (start < 0) return true;
  const tails = [left.slice(start), right.slice(start)] as const;

  return tails[0].slice(1) === tails[1] || tails[0] === tails[1].slice(1) || tails[0].slice(1) === tails[1].slice(1);
}

/** A non-empty string. */
export function string(options: { maxLength?: number } = {}): Rule<string> {
  const maxLength = options.maxLength ?? 5_000;

  return (raw, path) => {
    if (typeof raw !== "string") throw invalidRequest("Invalid string", { param: path });
    if (raw === "") {
      throw invalidRequest(
        `You passed an empty string for '${path}'. We assume empty values are an attempt to unset a parameter; however ` +
          `'${path}' cannot be unset. You should remove '${path}' from your request or supply a non-empty value.`,
        { code: "parameter_invalid_empty", param: path },
      );
    }
    if (raw.length > maxLength) {
      throw invalidRequest(`Invalid string: ${raw.slice(0, 20)}…; must be at most ${maxLength} characters`, {
        param: path,
      });
    }

    return raw;
  };
}

export function integer(options: { min?: number; max?: number } = {}): Rule<number> {
  return (raw, path) => {
    const value = typeof raw === "string" && /^-?\d{1,15}$/.test(raw) ? Number(raw) : undefined;
    const fail = (message: string) => invalidRequest(message, { code: "parameter_invalid_integer", param: path });
    if (value === undefined) throw fail(`Invalid integer: ${typeof raw === "string" ? raw : "a hash"}`);
    if (options.min !== undefined && value < options.min) {
      throw fail(`This value must be greater than or equal to ${options.min}.`);
    }
    if (options.max !== undefined && value > options.max) {
      throw fail(`This value must be less than or equal to ${options.max}.`);
    }

    return value;
  };
}

export const boolean: Rule<boolean> = (raw, path) => {
  if (raw === "true") return true;
  if (raw === "false") return false;

  throw invalidRequest(`Invalid boolean: ${typeof raw === "string" ? raw : "a hash"}`, { param: path });
};

export function oneOf<const T extends string>(choices: readonly T[]): Rule<T> {
  const read = string();

  return (raw, path) => {
    const value = read(raw, path);
    const choice = choices.find((candidate) => candidate === value);
    if (choice === undefined) {
      throw invalidRequest(`Invalid ${path}: must be one of ${choices.join(", ")}`, { param: path });
    }

    return choice;
  };
}

export function array<T>(item: Rule<T>): Rule<T[]> {
  return (raw, path) => {
    if (typeof raw === "string") throw invalidRequest("Invalid array", { param: path });
    const entries = [...raw];
    if (entries.some(([key]) => !/^\d+$/.test(key))) throw invalidRequest("Invalid array", { param: path });

    return entries
      .toSorted(([left], [right]) => Number(left) - Number(right))
      .map(([key, value]) => item(value, `${path}[${key}]`));
  };
}

/** A parameter that an empty string unsets: read as null. */
export function emptyable<T>(rule: Rule<T>): Rule<T | null> {
  return (raw, path) => (raw === "" ? null : rule(raw, path));
}

/** Either of two rules: the first that accepts the value. */
export function either<A, B>(first: Rule<A>, second: Rule<B>): Rule<A | B> {
  return (raw, path) => {
    try {
      return first(raw, path);
    } catch {
      return second(raw, path);
    }
  };
}

/** Checks a value the rule has read; `check` throws what is wrong with it. */
export function checked<T>(rule: Rule<T>, check: (value: T, path: string) => void): Rule<T> {
  return (raw, path) => {
    const value = rule(raw, path);
    check(value, path);

    return value;
  };
}
