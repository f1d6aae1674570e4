import { describe, expect, it } from "vitest";
import { parseTableParams } from "./table-params";

const options = { sortable: ["issued", "total"], defaultSort: "-issued" };

describe("parseTableParams", () => {
  it("gives the defaults for a bare address", () => {
    expect(parseTableParams({}, options)).toEqual({
      page: 1,
      pageSize: 25,
      sort: { id: "issued", descending: true },
      query: "",
    });
  });

  it("reads what is asked for", () => {
    expect(parseTableParams({ page: "3", size: "50", sort: "total", q: " lift " }, options)).toEqual({
      page: 3,
      pageSize: 50,
      sort: { id: "total", descending: false },
      query: "lift",
    });
  });

  it.each([
    { page: "0" },
    { page: "-1" },
    { page: "1e9" },
    { page: "1000000000" },
    { page: "999999" },
    { page: ["x", "2"] },
    { size: "1000000000" },
    { size: "7" },
    { sort: '"; drop' },
    { sort: "--total" },
    { q: "\u0000" },
  ])("falls back on %o", (searchParams) => {
    expect(parseTableParams(searchParams, options)).toEqual(parseTableParams({}, options));
  });

  it("cuts an endless query and mends half a character", () => {
    expect(parseTableParams({ q: "α".repeat(100_000) }, options).query).toHaveLength(120);
    expect(parseTableParams({ q: "a\ud800" }, options).query).toBe("a\ufffd");
  });
});
