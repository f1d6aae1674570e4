import { z } from "zod";

/** What each message carries; a payload of another shape is a bug and ends among the dead. */
export const invoicePayload = z.object({ invoiceId: z.uuid() });
export const collectPayload = z.object({ invoiceId: z.uuid(), attemptNumber: z.int().min(1) });
export const attemptPayload = z.object({ attemptId: z.uuid(), invoiceId: z.uuid() });
export const eventPayload = z.object({ webhookEventId: z.uuid() });

export const MAIL_TOPICS = ["invoice-issued", "payment-confirmed", "payment-failed", "welcome"] as const;
export type MailTopic = (typeof MAIL_TOPICS)[number];

export const mailPayload = z.object({ topic: z.enum(MAIL_TOPICS), entityId: z.uuid() });
