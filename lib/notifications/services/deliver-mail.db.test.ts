import { eq } from "drizzle-orm";
import { beforeEach, describe, expect, it, vi } from "vitest";

import { mailMessage } from "@/db/schema/operations";
import { platformTransaction } from "@/db/transaction";
import { newId } from "@/lib/core/ids";
import { MailerError, type OutgoingMail } from "@/lib/notifications/mailer";
import { type ComposedMail, deliverMail } from "@/lib/notifications/services/deliver-mail";

const held = vi.hoisted(() => ({ sent: [] as OutgoingMail[], down: false, acceptsThenFails: false }));
vi.mock("@/lib/notifications/adapters/choose-mailer", () => ({
  chooseMailer: () => ({
    name: "smtp",
    send: (mail: OutgoingMail) => {
      if (held.down) return Promise.reject(new MailerError("nobody answers", { retryable: true }));
      held.sent.push(mail);
      if (held.acceptsThenFails) return Promise.reject(new MailerError("the answer was lost", { retryable: true }));
      return Promise.resolve({ providerMessageId: "smtp-1" });
    },
  }),
}));

beforeEach(() => {
  Object.assign(held, { sent: [], down: false, acceptsThenFails: false });
});

const composed = (subject: string): ComposedMail => ({
  organizationId: null,
  recipient: "maria@example.gr",
  locale: "el",
  subject,
  html: "<p>x</p>",
  text: "x",
  isTest: true,
  writtenAt: new Date("2026-02-01T09:00:00Z"),
  attachment: null,
});
const deliver = (entityId: string, subject = "first") =>
  deliverMail({ topic: "welcome", entityId, compose: () => Promise.resolve(composed(subject)) });
const rowsOf = (entityId: string) =>
  platformTransaction((tx) => tx.select().from(mailMessage).where(eq(mailMessage.entityId, entityId)));

describe("delivering a mail", () => {
  it("sends once, however often and from however many sides it is asked", async () => {
    const entityId = newId();
    await deliver(entityId);
    expect(await deliver(entityId, "second")).toBe("already_sent");
    expect(held.sent).toHaveLength(1);
    expect(await rowsOf(entityId)).toMatchObject([{ subject: "first", adapter: "smtp", providerMessageId: "smtp-1" }]);

    const both = newId();
    await Promise.all([deliver(both), deliver(both)]);
    expect(await rowsOf(both)).toHaveLength(1);
    const ids = held.sent.slice(1).map((mail) => mail.messageId);
    expect(new Set(ids).size).toBe(1);
  });

  it("keeps the text and the message id of a mail the provider did not take, for when it does", async () => {
    const entityId = newId();
    held.down = true;
    await expect(deliver(entityId)).rejects.toThrow("nobody answers");
    expect(await rowsOf(entityId)).toMatchObject([{ sentAt: null, subject: "first" }]);

    held.down = false;
    held.acceptsThenFails = true;
    await expect(deliver(entityId, "written anew")).rejects.toThrow("the answer was lost");
    held.acceptsThenFails = false;
    expect(await deliver(entityId)).toBe("sent");
    const [first, second] = held.sent;
    expect(first?.subject).toBe("first");
    expect(first?.messageId).toBe(second?.messageId);
    expect(first?.messageId).toMatch(/^[0-9a-f-]{36}@localhost$/);
  });

  it("writes nothing when there is nothing to say", async () => {
    const entityId = newId();
    const nothing = { topic: "welcome", entityId, compose: () => Promise.resolve(null) };
    expect(await deliverMail(nothing)).toBe("nothing_to_send");
    expect(await rowsOf(entityId)).toEqual([]);
  });
});
