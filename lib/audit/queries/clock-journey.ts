import "server-only";
import { and, asc, count, desc, eq, gt, inArray, lte, type SQL } from "drizzle-orm";
import { userAccount } from "@/db/schema/identity";
import { auditEvent, mailMessage } from "@/db/schema/operations";
import { organization } from "@/db/schema/organizations";
import type { ActorKind, UserActor } from "@/lib/auth/actor";
import { adminRead } from "@/lib/auth/queries/admin-read";

export type JourneyStep = {
  id: string;
  at: Date;
  timeZone: string;
  organizationId: string;
  organizationName: string;
} & (
  | {
      kind: "event";
      actorKind: ActorKind;
      actorName: string | null;
      action: string;
      detail: Record<string, unknown>;
    }
  | { kind: "mail"; mailId: string; recipient: string; subject: string }
);

export type ClockJourney = { steps: JourneyStep[]; stepCount: number };

/** As many as one reads; the rest is in the audit log. */
const MOST_STEPS = 150;

/**
 * What an advancing clock made happen between two instants, newest first: what was done to its organizations and what was
 * written to them. An event at the very start happened before.
 */
export async function clockJourney(
  actor: UserActor,
  request: { testClockId: string; from: Date; to: Date },
): Promise<ClockJourney> {
  const { from, to } = request;
  return adminRead(actor, async (tx) => {
    const mine = inArray(
      organization.id,
      tx.select({ id: organization.id }).from(organization).where(eq(organization.testClockId, request.testClockId)),
    );
    const whose = {
      organizationId: organization.id,
      organizationName: organization.name,
      timeZone: organization.timeZone,
    };

    const eventsWhere: SQL | undefined = and(mine, gt(auditEvent.occurredAt, from), lte(auditEvent.occurredAt, to));
    const events = await tx
      .select({
        ...whose,
        id: auditEvent.id,
        at: auditEvent.occurredAt,
        actorKind: auditEvent.actorKind,
        actorName: userAccount.name,
        action: auditEvent.action,
        detail: auditEvent.detail,
      })
      .from(auditEvent)
      .innerJoin(organization, eq(organization.id, auditEvent.organizationId))
      .leftJoin(userAccount, eq(userAccount.id, auditEvent.actorUserId))
      .where(eventsWhere)
      .orderBy(desc(auditEvent.occurredAt), desc(auditEvent.id))
      .limit(MOST_STEPS);
    const mailsWhere: SQL | undefined = and(mine, gt(mailMessage.writtenAt, from), lte(mailMessage.writtenAt, to));
    const mails = await tx
      .select({
        ...whose,
        id: mailMessage.id,
        at: mailMessage.writtenAt,
        recipient: mailMessage.recipient,
        subject: mailMessage.subject,
      })
      .from(mailMessage)
      .innerJoin(organization, eq(organization.id, mailMessage.organizationId))
      .where(mailsWhere)
      .orderBy(desc(mailMessage.writtenAt), asc(mailMessage.id))
      .limit(MOST_STEPS);
    const [allEvents] = await tx
      .select({ rows: count() })
      .from(auditEvent)
      .innerJoin(organization, eq(organization.id, auditEvent.organizationId))
      .where(eventsWhere);
    const [allMails] = await tx
      .select({ rows: count() })
      .from(mailMessage)
      .innerJoin(organization, eq(organization.id, mailMessage.organizationId))
      .where(mailsWhere);

    const steps: JourneyStep[] = [
      ...events.map((event) => ({ kind: "event" as const, ...event })),
      ...mails.map((mail) => ({ kind: "mail" as const, ...mail, mailId: mail.id })),
    ];
    return {
      steps: steps.toSorted(newestFirst).slice(0, MOST_STEPS),
      stepCount: (allEvents?.rows ?? 0) + (allMails?.rows ?? 0),
    };
  });
}

/** At the same instant a mail comes after what it tells of, and ids keep the order of writing. */
function newestFirst(a: JourneyStep, b: JourneyStep): number {
  const byTime = b.at.getTime() - a.at.getTime();
  if (byTime !== 0) return byTime;
  return a.id < b.id ? 1 : -1;
}
