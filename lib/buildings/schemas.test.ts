import { describe, expect, it } from "vitest";

import { createApartmentSchema, createApartmentsSchema, createBuildingSchema } from "@/lib/buildings/schemas";

const buildingId = "01890a5d-ac96-774b-bcce-b302099a8057";
const building = { name: "Αγίας Σοφίας", plate: "18", addressLine: "Αγίας Σοφίας 18", postalCode: "546 30", city: "Θ" };
const apartment = { buildingId, label: "A1", kind: "flat", floor: "1" };
const range = { buildingId, kind: "flat", fromFloor: "1", toFloor: "5", perFloor: "4" };

describe("createBuildingSchema", () => {
  it("takes a building as a form sends it", () => {
    expect(createBuildingSchema.parse({ ...building, name: "  Αγίας Σοφίας " })).toEqual(building);
  });

  it.each([{ name: " " }, { plate: "1234567" }, { postalCode: "1" }, { city: "x".repeat(81) }])(
    "refuses %j",
    (wrong) => {
      expect(createBuildingSchema.safeParse({ ...building, ...wrong }).success).toBe(false);
    },
  );
});

describe("createApartmentSchema", () => {
  it("reads floors, labels and areas as people write them", () => {
    const parsed = createApartmentSchema.parse({ ...apartment, floor: "-1", areaSquareMetres: "85,50" });
    expect(parsed).toEqual({ buildingId, label: "Α1", kind: "flat", floor: -1, areaSquareMetres: "85.5" });
  });

  it.each([
    { floor: "1.5" },
    { floor: "-6" },
    { floor: "61" },
    { floor: "first" },
    { floor: undefined },
    { areaSquareMetres: "0" },
    { areaSquareMetres: "-3" },
    { areaSquareMetres: "100001" },
    { areaSquareMetres: "1.234" },
    { label: "" },
    { kind: "castle" },
    { buildingId: "1" },
  ])("refuses %j", (wrong) => {
    expect(createApartmentSchema.safeParse({ ...apartment, ...wrong }).success).toBe(false);
  });
});

describe("createApartmentsSchema", () => {
  it("takes a range", () => {
    expect(createApartmentsSchema.parse(range)).toMatchObject({ fromFloor: 1, toFloor: 5, perFloor: 4 });
  });

  it.each([
    ["floors the wrong way round", { fromFloor: "6" }, ["toFloor"]],
    ["more than 500", { fromFloor: "1", toFloor: "50", perFloor: "11" }, ["perFloor"]],
    ["a fraction a floor", { perFloor: "2.5" }, ["perFloor"]],
    ["none a floor", { perFloor: "0" }, ["perFloor"]],
  ])("refuses %s", (_what, wrong, path) => {
    const { error } = createApartmentsSchema.safeParse({ ...range, ...wrong });
    expect(error?.issues.map((issue) => issue.path)).toEqual([path]);
  });
});
