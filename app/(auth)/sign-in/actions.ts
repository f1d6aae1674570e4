"use server";

import { redirect } from "next/navigation";
import { safeCallbackPath } from "@/lib/auth/callback-url";
import { landingPath } from "@/lib/auth/gate";
import { readActor } from "@/lib/auth/queries/session";
import { signInSchema, signOutSchema, switchOrganizationSchema } from "@/lib/auth/schemas";
import { switchOrganization } from "@/lib/auth/services/switch-organization";
import { AppError } from "@/lib/core/errors";
import { authorizedAction } from "@/lib/platform/authorized-action";
import { endBrowserSession, startBrowserSession } from "@/lib/platform/browser-session";
import { clock } from "@/lib/platform/clock";

/** Signs in and goes on to where one wanted to go, or to one's own door; over an open form it stays where it is. */
export const signInAction = authorizedAction({
  permission: "public",
  schema: signInSchema,
  handler: async ({ input }): Promise<{ redirectTo: string }> => {
    await startBrowserSession({ email: input.email, password: input.password });
    const actor = await readActor();
    if (actor === null) throw new AppError("session_expired");

    const redirectTo = landingPath(actor, safeCallbackPath(input.callbackUrl));
    return input.stay === undefined ? redirect(redirectTo) : { redirectTo };
  },
});

/** Ends this browser's session, also one that is over already, and goes to the sign-in page. */
export const signOutAction = authorizedAction({
  permission: "public",
  schema: signOutSchema,
  handler: async (): Promise<undefined> => {
    await endBrowserSession();
    redirect("/sign-in");
  },
});

/** Acts in another of one's organizations from now on, and goes to its door. */
export const switchOrganizationAction = authorizedAction({
  permission: "self",
  schema: switchOrganizationSchema,
  handler: async ({ input, actor }): Promise<undefined> => {
    await switchOrganization({ actor, organizationId: input.organizationId, now: clock.now() });
    const switched = await readActor();
    redirect(switched === null ? "/sign-in" : landingPath(switched, null));
  },
});
