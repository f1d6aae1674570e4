import type { NewOutboxMessage } from "@/lib/outbox/services/enqueue-outbox";
import type { MailTopic } from "@/lib/workflows/message-payload";

/** A mail to be sent. `aggregateId` says what it must not overtake: an invoice's mails wait for its PDF. */
export function mailMessage(of: {
  organizationId: string;
  aggregateId: string;
  topic: MailTopic;
  entityId: string;
}): NewOutboxMessage {
  const { organizationId, aggregateId, topic, entityId } = of;
  return {
    organizationId,
    topic: "mail.send",
    aggregateId,
    key: `mail.send:${topic}:${entityId}`,
    payload: { topic, entityId },
  };
}
