"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { z } from "zod";
import {
  archiveApartmentSchema,
  archiveBuildingSchema,
  createApartmentSchema,
  createApartmentsSchema,
  createBuildingSchema,
  updateApartmentSchema,
  updateBuildingSchema,
} from "@/lib/buildings/schemas";
import { archiveApartment } from "@/lib/buildings/services/archive-apartment";
import { archiveBuilding } from "@/lib/buildings/services/archive-building";
import { createApartment } from "@/lib/buildings/services/create-apartment";
import { createApartments } from "@/lib/buildings/services/create-apartments";
import { createBuilding } from "@/lib/buildings/services/create-building";
import { updateApartment } from "@/lib/buildings/services/update-apartment";
import { updateBuilding } from "@/lib/buildings/services/update-building";
import { AppError, isAppError } from "@/lib/core/errors";
import { authorizedAction } from "@/lib/platform/authorized-action";
import { clock } from "@/lib/platform/clock";

const LIST = "/manager/buildings";

/** The shell counts and names buildings too, so all of it is read again. */
function refreshShell(): void {
  revalidatePath("/manager", "layout");
}

/** Says which field a name that is taken was typed in. */
async function namingTakenLabel<T>(field: string, key: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (!isAppError(error, "already_exists")) throw error;
    throw new AppError("already_exists", { fieldErrors: { [field]: [key] }, cause: error });
  }
}

/** Adds a building and opens it. */
export const createBuildingAction = authorizedAction({
  permission: "buildings.manage",
  schema: createBuildingSchema,
  handler: async ({ input, actor }): Promise<undefined> => {
    const { id } = await createBuilding({ actor, input, now: clock.now() });
    refreshShell();
    redirect(`${LIST}/${id}`);
  },
});

/** Changes a building and goes back to it. */
export const updateBuildingAction = authorizedAction({
  permission: "buildings.manage",
  schema: updateBuildingSchema,
  handler: async ({ input, actor }): Promise<undefined> => {
    await updateBuilding({ actor, input, now: clock.now() });
    refreshShell();
    redirect(`${LIST}/${input.buildingId}`);
  },
});

/** Puts a building away and goes back to the list. */
export const archiveBuildingAction = authorizedAction({
  permission: "buildings.manage",
  schema: archiveBuildingSchema,
  handler: async ({ input, actor }): Promise<undefined> => {
    await archiveBuilding({ actor, buildingId: input.buildingId, now: clock.now() });
    refreshShell();
    redirect(LIST);
  },
});

/** Adds one apartment and goes back to its building. */
export const createApartmentAction = authorizedAction({
  permission: "apartments.manage",
  schema: createApartmentSchema,
  handler: async ({ input, actor }): Promise<undefined> => {
    await namingTakenLabel("label", "label_taken", () => createApartment({ actor, input, now: clock.now() }));
    refreshShell();
    redirect(`${LIST}/${input.buildingId}`);
  },
});

/** Adds a range of floors and goes back to the building. */
export const createApartmentsAction = authorizedAction({
  permission: "apartments.manage",
  schema: createApartmentsSchema,
  handler: async ({ input, actor }): Promise<undefined> => {
    await namingTakenLabel("perFloor", "labels_taken", () => createApartments({ actor, input, now: clock.now() }));
    refreshShell();
    redirect(`${LIST}/${input.buildingId}`);
  },
});

/** Changes an apartment; the page stays. */
export const updateApartmentAction = authorizedAction({
  permission: "apartments.manage",
  schema: updateApartmentSchema,
  handler: async ({ input, actor }): Promise<undefined> => {
    await namingTakenLabel("label", "label_taken", () => updateApartment({ actor, input, now: clock.now() }));
    refreshShell();
  },
});

/** Puts an apartment away and goes back to its building. */
export const archiveApartmentAction = authorizedAction({
  permission: "apartments.manage",
  schema: archiveApartmentSchema.extend({ buildingId: z.uuid() }),
  handler: async ({ input, actor }): Promise<undefined> => {
    await archiveApartment({ actor, apartmentId: input.apartmentId, now: clock.now() });
    refreshShell();
    redirect(`${LIST}/${input.buildingId}`);
  },
});
