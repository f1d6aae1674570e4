import { describe, expect, test } from "vitest";
import { assertSendable, MailerError, type OutgoingMail, senderAddress } from "@/lib/notifications/mailer";

const MAIL: OutgoingMail = {
  messageId: "invoice-issued.0199d2f1@newconcierge.example",
  from: "New Concierge <billing@newconcierge.example>",
  to: "eleni.o'hara+billing@akti.example",
  subject: "Τιμολόγιο NC-2026-001201, 35,96 €",
  html: "<p>x</p>",
  text: "x",
  locale: "el",
  organizationId: null,
};

describe("assertSendable", () => {
  test("lets an ordinary mail through", () => {
    expect(() => assertSendable({ ...MAIL, tags: { template: "invoice-issued" } })).not.toThrow();
    expect(() => assertSendable({ ...MAIL, from: "billing@newconcierge.example" })).not.toThrow();
  });

  test.each<[string, Partial<OutgoingMail>]>([
    ["a line break in the subject", { subject: "x\r\nBcc: victim@example.com" }],
    ["a lone line feed in the subject", { subject: "x\ny" }],
    ["a NUL in the subject", { subject: "x\u0000" }],
    ["a Unicode line separator", { subject: "x\u2028y" }],
    ["a line break in the sender", { from: "A <a@b.example>\r\nBcc: c@d.example" }],
    ["two senders", { from: "a@b.example, c@d.example" }],
    ["no sender", { from: "New Concierge" }],
    ["two recipients", { to: "a@b.example,c@d.example" }],
    ["a recipient with a name", { to: "A <a@b.example>" }],
    ["a recipient with a look-alike sign", { to: "a\uff20b.example" }],
    ["a recipient with a look-alike dot", { to: "a@b\u3002example" }],
    ["a quoted recipient", { to: '"a@evil.example"@b.example' }],
    ["an empty recipient", { to: "" }],
    ["a message id with brackets", { messageId: "<x@y.example>" }],
    ["a message id with a line break", { messageId: "x\r\ny" }],
    [
      "a file name with a line break",
      { attachments: [{ filename: "a\r\n.pdf", content: new Uint8Array(), contentType: "a/b" }] },
    ],
    [
      "a content type with a line break",
      { attachments: [{ filename: "a", content: new Uint8Array(), contentType: "a/b\r\nX: y" }] },
    ],
    ["a tag with a space", { tags: { template: "a b" } }],
  ])("refuses %s for good", (_, change) => {
    let thrown: unknown;
    try {
      assertSendable({ ...MAIL, ...change });
    } catch (error) {
      thrown = error;
    }
    expect(thrown).toBeInstanceOf(MailerError);
    expect(thrown).toMatchObject({ retryable: false });
  });
});

test("senderAddress finds the address", () => {
  expect(senderAddress("New Concierge <billing@newconcierge.example>")).toBe("billing@newconcierge.example");
  expect(senderAddress(" billing@newconcierge.example ")).toBe("billing@newconcierge.example");
});
