import { z } from "zod";

/** A notice to everyone in a building. Line breaks of the body are kept. */
export const createAnnouncementSchema = z.object({
  buildingId: z.uuid(),
  title: z.string().trim().min(1).max(140),
  body: z.string().trim().min(1).max(5000),
});

export type CreateAnnouncementInput = z.infer<typeof createAnnouncementSchema>;
