import { z } from "zod";

/** No rule on what a password may be: that is asked when it is chosen, not when it is used. */
export const signInSchema = z.object({
  email: z.string().trim().max(320),
  password: z.string().max(10_000),
  /** Where to go on afterwards; anything but a path of ours is ignored. */
  callbackUrl: z.string().optional(),
  /** Sent by the dialog over an open form, which must not be left. */
  stay: z.literal("1").optional(),
});

export const signOutSchema = z.object({});

export const switchOrganizationSchema = z.object({ organizationId: z.uuid() });
