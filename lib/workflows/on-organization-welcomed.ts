import "server-only";
import { platformTransaction } from "@/db/transaction";
import type { ClaimedMessage } from "@/lib/outbox/services/claim-outbox";
import { enqueueOutbox } from "@/lib/outbox/services/enqueue-outbox";
import { mailMessage } from "@/lib/workflows/mail-message";

/** The first mail. The message's aggregate is the organization. */
export async function onOrganizationWelcomed({ aggregateId: organizationId }: ClaimedMessage): Promise<void> {
  await platformTransaction((tx) =>
    enqueueOutbox(tx, [
      mailMessage({ organizationId, aggregateId: organizationId, topic: "welcome", entityId: organizationId }),
    ]),
  );
}
