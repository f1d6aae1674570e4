import { z } from "zod";

/** No rule on what a password may be: that is asked when it is chosen, not when it is used. */
export const signInSchema = z.object({
  email: z.string().trim().max(320),
  password: z.string().max(10_000),
  /** Where to go on afterwards; anything but a path of ours is ignored. */
  callbackUrl: z.string().max(2_000).optional(),
});

export const signOutSchema = z.object({});

export const switchOrganizationSchema = z.object({ organizationId: z.uuid() });
