import { z } from "zod";

import { OCCUPANCY_KINDS } from "@/lib/buildings/occupancy";

/** Someone begins to own or rent an apartment, from a day on. */
export const startOccupancySchema = z.object({
  apartmentId: z.uuid(),
  userId: z.uuid(),
  kind: z.enum(OCCUPANCY_KINDS),
  startsOn: z.iso.date(),
});

export type StartOccupancyInput = z.infer<typeof startOccupancySchema>;
