import { expect, test } from "vitest";

import { isId, newId } from "@/lib/core/ids";

test("new ids are ids and sort by the time they were made", () => {
  const ids = Array.from({ length: 1000 }, newId);
  expect(ids.every(isId)).toBe(true);
  expect(ids.toSorted()).toEqual(ids);
});

test.each(["", "1", "../etc", "0190163d-8694-739b-aea5-966c26f8ad9", 7, null])("%j is no id", (value) => {
  expect(isId(value)).toBe(false);
});
