import { invalidRequest } from "@/sandbox/stripe/api-error";
import type { FormValue } from "@/sandbox/stripe/http/form";
import {
  array,
  checked,
  either,
  emptyable,
  hash,
  integer,
  oneOf,
  string,
  type Rule,
} from "@/sandbox/stripe/validation";

/** Parameters that several endpoints share, read as Stripe reads them. */
export const expandField = { expand: array(string()) };

export const pageFields = {
  limit: integer({ min: 1, max: 100 }),
  starting_after: string(),
  ending_before: string(),
  ...expandField,
};

export const createdField = either(
  integer({ min: 0 }),
  hash({ gt: integer({ min: 0 }), gte: integer({ min: 0 }), lt: integer({ min: 0 }), lte: integer({ min: 0 }) }),
);

export const addressField = hash({
  city: emptyable(string()),
  country: emptyable(string({ maxLength: 2 })),
  line1: emptyable(string()),
  line2: emptyable(string()),
  postal_code: emptyable(string()),
  state: emptyable(string()),
});

export const shippingField = hash({
  address: addressField,
  name: string(),
  phone: emptyable(string()),
  carrier: emptyable(string()),
  tracking_number: emptyable(string()),
});

export const billingDetailsField = hash({
  address: emptyable(addressField),
  email: emptyable(string({ maxLength: 512 })),
  name: emptyable(string()),
  phone: emptyable(string()),
  tax_id: emptyable(string()),
});

export const emailField = checked(string({ maxLength: 512 }), (value, path) => {
  if (!/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(value)) {
    throw invalidRequest(`Invalid email address: ${value}`, { code: "email_invalid", param: path });
  }
});

export const urlField = checked(string(), (value, path) => {
  const url = URL.canParse(value) ? new URL(value) : undefined;
  if (url === undefined || !["http:", "https:"].includes(url.protocol)) {
    throw invalidRequest("Not a valid URL", { code: "url_invalid", param: path });
  }
});

/** What a request says about metadata: a null value removes its key, a null hash removes all of them. */
export type MetadataChange = Record<string, string | null> | null;

/** At most 50 keys of 40 characters with values of 500, Stripe's limits. */
export const metadataField: Rule<MetadataChange> = (raw, path) => {
  if (raw === "") return null;
  if (typeof raw === "string") throw invalidRequest("Invalid object", { param: path });
  if (raw.size > 50) throw invalidRequest("You can have at most 50 metadata keys.", { param: path });

  return Object.fromEntries([...raw].map(([key, value]) => [key, readMetadataValue(value, { key, path })]));
};

function readMetadataValue(value: FormValue, at: { key: string; path: string }): string | null {
  const param = `${at.path}[${at.key}]`;
  if (typeof value !== "string") throw invalidRequest("Metadata values must be strings.", { param });
  if (at.key.length > 40) {
    throw invalidRequest("Metadata keys must be at most 40 characters long.", { param });
  }
  if (value.length > 500) {
    throw invalidRequest("Metadata values can have up to 500 characters.", { param });
  }

  return value === "" ? null : value;
}

/** The metadata an object has after a change, given what it had before. */
export function changeMetadata(
  before: Record<string, string> | null,
  change: MetadataChange | undefined,
): Record<string, string> {
  if (change === undefined) return before ?? {};
  if (change === null) return {};

  const merged = Object.entries({ ...before, ...change });

  return Object.fromEntries(merged.filter((entry): entry is [string, string] => entry[1] !== null));
}

export const mandateDataField = emptyable(
  hash({
    customer_acceptance: hash({
      type: oneOf(["online", "offline"]),
      accepted_at: integer({ min: 0 }),
      online: hash({ ip_address: string(), user_agent: string(), infer_from_client: oneOf(["true", "false"]) }),
      offline: hash({}),
    }),
  }),
);
