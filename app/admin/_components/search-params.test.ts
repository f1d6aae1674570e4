import { expect, test } from "vitest";
import { choice, hrefWith, param } from "@/app/admin/_components/search-params";

test("a parameter is its first value, if a database can take it", () => {
  expect(param({ a: ["1", "2"] }, "a")).toBe("1");
  expect(param({}, "a")).toBeUndefined();
  expect(param({ a: "x\u0000" }, "a")).toBeUndefined();
  expect(param({ a: "\ud800" }, "a")).toBeUndefined();
  expect(param({ a: "x".repeat(201) }, "a")).toBeUndefined();
});

test("a choice is one of those on offer", () => {
  expect(choice({ status: "open" }, "status", ["open", "paid"])).toBe("open");
  expect(choice({ status: "OPEN" }, "status", ["open", "paid"])).toBeUndefined();
});

test("an address keeps what was chosen and begins again on its first page", () => {
  expect(hrefWith("/admin/x", { mode: "test", page: "3", q: "ακτή" }, { status: "open" })).toBe(
    "/admin/x?mode=test&q=%CE%B1%CE%BA%CF%84%CE%AE&status=open",
  );
  expect(hrefWith("/admin/x", { status: "open" }, { status: undefined })).toBe("/admin/x");
});
