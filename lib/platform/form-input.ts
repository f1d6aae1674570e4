import type { FormValues } from "@/lib/core/action-state";

/** Fields the framework adds to a form for itself. */
const FRAMEWORK_FIELD = /^\$ACTION/;

/** Never given back to the page, whatever went wrong. */
const SECRET_FIELD = /password|secret|token|totp|card|cvc/i;

/**
 * The fields of a form as an object. A blank field is an absent one, so that `optional()` and "required" mean what the person
 * sees; a name sent several times, or one that ends in `[]`, is an array; an empty file input is absent.
 */
export function formInput(form: FormData): Record<string, unknown> {
  const names = [...new Set(form.keys())].filter((name) => !FRAMEWORK_FIELD.test(name));
  const entries = names.map((name): [string, unknown] => {
    const all = form.getAll(name);
    const filled = all.filter((value) => (typeof value === "string" ? value.trim() !== "" : value.size > 0));
    if (name.endsWith("[]")) return [name.slice(0, -2), filled];
    return [name, all.length > 1 ? filled : filled[0]];
  });
  return Object.fromEntries(entries.filter(([, value]) => value !== undefined));
}

/** What to fill a refused form with again: its texts, without secrets and files. */
export function formValues(form: FormData): FormValues {
  const names = [...new Set(form.keys())].filter((name) => !FRAMEWORK_FIELD.test(name) && !SECRET_FIELD.test(name));
  const entries = names.map((name): [string, string | string[]] => {
    const texts = form.getAll(name).filter((value) => typeof value === "string");
    const [first] = texts;
    return [name, texts.length === 1 && first !== undefined ? first : texts];
  });
  return Object.fromEntries(entries.filter(([, value]) => value.length > 0));
}
