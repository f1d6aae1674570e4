import { once } from "node:events";
import { createServer as createHttpServer, type IncomingMessage } from "node:http";
import { type AddressInfo, createServer, type Server, type Socket } from "node:net";
import { afterEach, describe, expect, test, vi } from "vitest";
import { chooseMailer } from "@/lib/notifications/adapters/choose-mailer";
import { mailboxMailer } from "@/lib/notifications/adapters/mailbox-mailer";
import { resendMailer } from "@/lib/notifications/adapters/resend-mailer";
import { smtpMailer } from "@/lib/notifications/adapters/smtp-mailer";
import type { OutgoingMail } from "@/lib/notifications/mailer";

const MAIL: OutgoingMail = {
  messageId: "invoice-issued.0199d2f1",
  from: "New Concierge <billing@newconcierge.example>",
  to: "eleni@akti.example",
  subject: "Τιμολόγιο NC-2026-001201",
  html: "<p>Καλημέρα</p>",
  text: "Καλημέρα",
  locale: "el",
  organizationId: null,
  attachments: [
    { filename: "NC-2026-001201.pdf", content: new TextEncoder().encode("%PDF-1.3"), contentType: "application/pdf" },
  ],
  tags: { template: "invoice-issued" },
};

const open: Server[] = [];

async function listen(server: Server): Promise<number> {
  open.push(server);
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  return (server.address() as AddressInfo).port;
}

afterEach(() => {
  for (const server of open.splice(0)) server.close();
});

type SmtpLog = { commands: string[]; data: string };

/** As much of RFC 5321 as one mail needs. `replies` overrides the answer to a verb. */
async function fakeSmtp(replies: Record<string, string> = {}): Promise<{ url: string; log: SmtpLog }> {
  const log: SmtpLog = { commands: [], data: "" };
  const answer: Record<string, string> = {
    EHLO: "250-fake\r\n250 8BITMIME",
    DATA: "354 go on",
    QUIT: "221 bye",
    ".": "250 2.0.0 kept",
    ...replies,
  };

  const port = await listen(
    createServer((socket: Socket) => {
      let rest = "";
      let inData = false;
      socket.on("error", () => socket.destroy());
      socket.write(`${answer["CONNECT"] ?? "220 fake"}\r\n`);
      socket.on("data", (chunk) => {
        const lines = (rest + chunk.toString("utf8")).split("\r\n");
        rest = lines.pop() ?? "";
        for (const line of lines) {
          if (inData && line !== ".") {
            log.data += `${line}\n`;
            continue;
          }
          inData = false;
          log.commands.push(line);
          const reply = answer[line.split(" ")[0] ?? ""] ?? "250 ok";
          inData = reply.startsWith("354");
          socket.write(`${reply}\r\n`);
        }
      });
    }),
  );
  return { url: `smtp://127.0.0.1:${port}`, log };
}

describe("smtpMailer", () => {
  test("hands the server envelope, headers, both parts and the attachment", async () => {
    const { url, log } = await fakeSmtp();
    const { providerMessageId } = await smtpMailer({ smtpUrl: url }).send(MAIL);

    expect(providerMessageId).toBe("<invoice-issued.0199d2f1@newconcierge.example>");
    expect(log.commands).toContain("MAIL FROM:<billing@newconcierge.example>");
    expect(log.commands).toContain("RCPT TO:<eleni@akti.example>");
    expect(log.data).toContain("Message-ID: <invoice-issued.0199d2f1@newconcierge.example>");
    expect(log.data).toContain("From: New Concierge <billing@newconcierge.example>");
    expect(log.data).toContain("Auto-Submitted: auto-generated");
    expect(log.data).toContain("Subject: =?UTF-8?");
    expect(log.data).toContain("text/plain; charset=utf-8");
    expect(log.data).toContain("text/html; charset=utf-8");
    expect(log.data).toContain("filename=NC-2026-001201.pdf");
    expect(log.data).toContain(Buffer.from("%PDF-1.3").toString("base64"));
  });

  test.each([
    { verb: "RCPT", reply: "550 5.1.1 no such user", retryable: false },
    { verb: "RCPT", reply: "451 4.7.1 greylisted", retryable: true },
    { verb: ".", reply: "554 5.7.1 refused as spam", retryable: false },
    { verb: ".", reply: "452 4.3.1 no space", retryable: true },
    { verb: "CONNECT", reply: "421 4.3.2 shutting down", retryable: true },
  ])("$verb answered by $reply: retryable $retryable", async ({ verb, reply, retryable }) => {
    const { url } = await fakeSmtp({ [verb]: reply });
    await expect(smtpMailer({ smtpUrl: url }).send(MAIL)).rejects.toMatchObject({ name: "MailerError", retryable });
  });

  test("a refused sign-in and a server that is away can be tried again", async () => {
    const { url } = await fakeSmtp({ EHLO: "250-fake\r\n250 AUTH PLAIN", AUTH: "535 5.7.8 wrong" });
    const withUser = url.replace("smtp://", "smtp://user%40x:p%2Fw@");
    await expect(smtpMailer({ smtpUrl: withUser }).send(MAIL)).rejects.toMatchObject({ retryable: true });
    await expect(smtpMailer({ smtpUrl: "smtp://127.0.0.1:1" }).send(MAIL)).rejects.toMatchObject({ retryable: true });
  });

  test("never connects for a mail that smuggles a header", async () => {
    const { url, log } = await fakeSmtp();
    const forged = { ...MAIL, subject: "x\r\nBcc: victim@example.com" };
    await expect(smtpMailer({ smtpUrl: url }).send(forged)).rejects.toMatchObject({ retryable: false });
    expect(log.commands).toEqual([]);
  });
});

type ResendCall = { path: string | undefined; headers: IncomingMessage["headers"]; body: Record<string, unknown> };

async function fakeResend(status: number, answer: unknown): Promise<{ baseUrl: string; calls: ResendCall[] }> {
  const calls: ResendCall[] = [];
  const port = await listen(
    createHttpServer((request, response) => {
      let body = "";
      request.on("data", (chunk: Buffer) => (body += chunk.toString()));
      request.on("end", () => {
        calls.push({ path: request.url, headers: request.headers, body: JSON.parse(body) as Record<string, unknown> });
        response.writeHead(status, { "content-type": "application/json", connection: "close" });
        response.end(typeof answer === "string" ? answer : JSON.stringify(answer));
      });
    }),
  );
  return { baseUrl: `http://127.0.0.1:${port}`, calls };
}

describe("resendMailer", () => {
  test("sends the mail under its own id, so that a second attempt is the same mail", async () => {
    const { baseUrl, calls } = await fakeResend(200, { id: "49a3999c" });
    const { providerMessageId } = await resendMailer({ apiKey: "re_test", baseUrl }).send(MAIL);

    expect(providerMessageId).toBe("49a3999c");
    expect(calls[0]?.path).toBe("/emails");
    expect(calls[0]?.headers).toMatchObject({
      authorization: "Bearer re_test",
      "idempotency-key": "invoice-issued.0199d2f1",
    });
    expect(calls[0]?.body).toMatchObject({
      from: MAIL.from,
      to: MAIL.to,
      subject: MAIL.subject,
      html: MAIL.html,
      text: MAIL.text,
      tags: [{ name: "template", value: "invoice-issued" }],
      attachments: [
        {
          filename: "NC-2026-001201.pdf",
          content: Buffer.from("%PDF-1.3").toString("base64"),
          content_type: "application/pdf",
        },
      ],
    });
  });

  test.each([
    { status: 422, error: "validation_error", retryable: false },
    { status: 409, error: "invalid_idempotent_request", retryable: false },
    { status: 409, error: "concurrent_idempotent_requests", retryable: true },
    { status: 429, error: "rate_limit_exceeded", retryable: true },
    { status: 429, error: "daily_quota_exceeded", retryable: true },
    { status: 401, error: "missing_api_key", retryable: true },
    { status: 500, error: "internal_server_error", retryable: true },
  ])("$status $error: retryable $retryable", async ({ status, error, retryable }) => {
    const { baseUrl } = await fakeResend(status, { statusCode: status, name: error, message: error });
    await expect(resendMailer({ apiKey: "re_test", baseUrl }).send(MAIL)).rejects.toMatchObject({
      name: "MailerError",
      retryable,
    });
  });

  test("a gateway's page of HTML and a host that is away can be tried again", async () => {
    const { baseUrl } = await fakeResend(502, "<html>Bad gateway</html>");
    await expect(resendMailer({ apiKey: "re_test", baseUrl }).send(MAIL)).rejects.toMatchObject({ retryable: true });
    const away = resendMailer({ apiKey: "re_test", baseUrl: "http://127.0.0.1:1" });
    await expect(away.send(MAIL)).rejects.toMatchObject({ retryable: true });
  });
});

describe("mailboxMailer", () => {
  test("keeps the mail and answers with our own id", async () => {
    const save = vi.fn<(mail: OutgoingMail) => Promise<void>>().mockResolvedValue();
    await expect(mailboxMailer(save).send(MAIL)).resolves.toEqual({ providerMessageId: MAIL.messageId });
    expect(save).toHaveBeenCalledExactlyOnceWith(MAIL);
  });

  test("can be tried again when the store is away, but not for a forged header", async () => {
    const save = vi.fn<(mail: OutgoingMail) => Promise<void>>().mockRejectedValue(new Error("database away"));
    await expect(mailboxMailer(save).send(MAIL)).rejects.toMatchObject({ retryable: true });
    await expect(mailboxMailer(save).send({ ...MAIL, to: "a@b.example\r\n" })).rejects.toMatchObject({
      retryable: false,
    });
    expect(save).toHaveBeenCalledTimes(1);
  });
});

test.each([
  { settings: {}, name: "mailbox" },
  { settings: { resendApiKey: "", smtpUrl: "" }, name: "mailbox" },
  { settings: { smtpUrl: "smtp://mail.example" }, name: "smtp" },
  { settings: { resendApiKey: "re_x", smtpUrl: "smtp://mail.example" }, name: "resend" },
])("chooseMailer($settings) is $name", ({ settings, name }) => {
  expect(chooseMailer({ ...settings, saveToMailbox: () => Promise.resolve() }).name).toBe(name);
});
