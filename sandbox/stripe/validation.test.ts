import { describe, expect, it } from "vitest";

import { ApiError } from "@/sandbox/stripe/api-error";
import { metadataField } from "@/sandbox/stripe/fields";
import { decodeForm } from "@/sandbox/stripe/http/form";
import {
  array,
  boolean,
  emptyable,
  hash,
  integer,
  oneOf,
  readParams,
  required,
  string,
} from "@/sandbox/stripe/validation";

const shape = {
  amount: required(integer({ min: 1 })),
  confirm: boolean,
  customer: string(),
  list: array(string()),
  method: oneOf(["automatic", "manual"]),
  nested: hash({ number: string() }),
  note: emptyable(string()),
  metadata: metadataField,
};

function refusal(form: string): { code?: string; param?: string; message: string } {
  try {
    readParams(shape, decodeForm(form));
  } catch (error) {
    if (error instanceof ApiError) return error.body;
    throw error;
  }
  throw new Error("accepted");
}

describe("readParams", () => {
  it("reads what it knows", () => {
    const form = "amount=100&confirm=true&list[0]=a&list[1]=b&nested[number]=42&note=&metadata[k]=v&metadata[gone]=";

    expect(readParams(shape, decodeForm(form))).toEqual({
      amount: 100,
      confirm: true,
      list: ["a", "b"],
      nested: { number: "42" },
      note: null,
      metadata: { k: "v", gone: null },
    });
  });

  it.each([
    ["amount=1&custmer=x", "parameter_unknown", "custmer"],
    ["amount=1&nested[numbr]=x", "parameter_unknown", "nested[numbr]"],
    ["amount=1&toString=x", "parameter_unknown", "toString"],
    ["confirm=true", "parameter_missing", "amount"],
    ["amount=1.5", "parameter_invalid_integer", "amount"],
    ["amount=abc", "parameter_invalid_integer", "amount"],
    ["amount=0", "parameter_invalid_integer", "amount"],
    ["amount=1&customer=", "parameter_invalid_empty", "customer"],
    ["amount=1&confirm=yes", undefined, "confirm"],
    ["amount=1&method=both", undefined, "method"],
    ["amount=1&list=a", undefined, "list"],
    ["amount=1&nested=a", undefined, "nested"],
    ["amount=1&customer[id]=a", undefined, "customer"],
    [`amount=1&metadata[${"k".repeat(41)}]=v`, undefined, `metadata[${"k".repeat(41)}]`],
  ])("refuses %s", (form, code, param) => {
    expect(refusal(form)).toMatchObject({ param, ...(code === undefined ? {} : { code }) });
  });

  it("guesses what a misspelt parameter was meant to be", () => {
    expect(refusal("amount=1&custmer=x").message).toContain("Did you mean customer?");
  });
});
