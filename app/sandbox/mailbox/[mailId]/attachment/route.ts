import { z } from "zod";
import { AppError } from "@/lib/core/errors";
import { mailboxAttachment } from "@/lib/notifications/queries/mailbox";
import { requireMailbox } from "@/lib/notifications/queries/require-mailbox";
import { authorizedRoute } from "@/lib/platform/authorized-route";

/** The file that went with a mail, for whoever may read the mailbox. */
export const GET = authorizedRoute({
  permission: "public",
  params: z.object({ mailId: z.uuid() }),
  handler: async ({ params }) => {
    await requireMailbox();
    const file = await mailboxAttachment(params.mailId);
    if (file === null) throw new AppError("not_found");

    const name = file.name.replaceAll(/[^\w.-]/g, "_");
    return new Response(new Uint8Array(file.bytes), {
      headers: {
        "content-type": file.contentType,
        "content-disposition": `inline; filename="${name}"; filename*=UTF-8''${encodeURIComponent(file.name)}`,
        "x-content-type-options": "nosniff",
      },
    });
  },
});
