import { z } from "zod";

import { APARTMENT_KINDS } from "@/lib/buildings/apartment";
import { normalizeLabel } from "@/lib/buildings/apartment-label";
import { parseLocalDecimal } from "@/lib/buildings/local-decimal";

/** The lowest cellar and the highest floor a building may have. */
export const FLOORS = { lowest: -5, highest: 60 } as const;

/** The most apartments that are added at once. */
const MAX_RANGE = 500;

const MAX_AREA = 100_000;

const text = (max: number) => z.string().trim().min(1).max(max);

const buildingShape = {
  name: text(120),
  /** What the enamel plate at the entrance says: 18, 24A, 18-20. */
  plate: z.string().trim().min(1).max(6),
  addressLine: text(160),
  postalCode: z
    .string()
    .trim()
    .regex(/^[0-9A-Za-z][0-9A-Za-z -]{2,9}$/),
  city: text(80),
};

export const createBuildingSchema = z.object(buildingShape);
export const updateBuildingSchema = z.object({ buildingId: z.uuid(), ...buildingShape });
export const archiveBuildingSchema = z.object({ buildingId: z.uuid() });

export type BuildingInput = z.infer<typeof createBuildingSchema>;
export type UpdateBuildingInput = z.infer<typeof updateBuildingSchema>;

const floor = z.coerce.number().int().min(FLOORS.lowest).max(FLOORS.highest);

/** Square metres, above zero, with a decimal comma or point; a plain decimal string afterwards. */
const area = z.string().transform((value, context) => {
  const parsed = parseLocalDecimal(value);
  if (parsed !== null && Number(parsed) > 0 && Number(parsed) <= MAX_AREA) return parsed;
  context.addIssue({ code: "custom", message: parsed === null ? "invalid_format" : "invalid" });
  return z.NEVER;
});

const apartmentShape = {
  label: text(20).transform(normalizeLabel),
  kind: z.enum(APARTMENT_KINDS),
  floor,
  areaSquareMetres: area.optional(),
};

export const createApartmentSchema = z.object({ buildingId: z.uuid(), ...apartmentShape });
export const updateApartmentSchema = z.object({ apartmentId: z.uuid(), ...apartmentShape });
export const archiveApartmentSchema = z.object({ apartmentId: z.uuid() });

export type CreateApartmentInput = z.infer<typeof createApartmentSchema>;
export type UpdateApartmentInput = z.infer<typeof updateApartmentSchema>;

/** Floors with as many apartments each, labelled as doorbells are. */
export const createApartmentsSchema = z
  .object({
    buildingId: z.uuid(),
    kind: z.enum(APARTMENT_KINDS),
    fromFloor: floor,
    toFloor: floor,
    perFloor: z.coerce.number().int().min(1).max(50),
  })
  .refine(({ fromFloor, toFloor }) => fromFloor <= toFloor, { path: ["toFloor"], message: "floor_order" })
  .refine(({ fromFloor, toFloor, perFloor }) => (toFloor - fromFloor + 1) * perFloor <= MAX_RANGE, {
    path: ["perFloor"],
    message: "too_many_apartments",
  });

export type CreateApartmentsInput = z.infer<typeof createApartmentsSchema>;
