"use server";

import { revalidatePath } from "next/cache";
import { updateIssuerSchema } from "@/lib/invoicing/issuer-schema";
import { updateIssuer } from "@/lib/invoicing/services/update-issuer";
import { authorizedAction } from "@/lib/platform/authorized-action";
import { clock } from "@/lib/platform/clock";

/** Changes who issues documents from now on. */
export const updateIssuerAction = authorizedAction({
  permission: "issuer.manage",
  schema: updateIssuerSchema,
  handler: async ({ input, actor }): Promise<undefined> => {
    await updateIssuer({ ...input, actor, now: clock.now() });
    revalidatePath("/admin/catalog/issuer");
  },
});
