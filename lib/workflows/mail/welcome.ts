import "server-only";
import { and, asc, desc, eq, isNull } from "drizzle-orm";
import type { MailTemplates } from "@/emails/render-mail";
import { subscription } from "@/db/schema/billing";
import { plan, planVersion, price } from "@/db/schema/catalog";
import { membership, userAccount } from "@/db/schema/identity";
import type { Executor } from "@/db/transaction";
import { addDays } from "@/lib/core/calendar";
import { currencyOf } from "@/lib/core/currency";
import { roundToMinor } from "@/lib/core/rounding";
import { dateInZone } from "@/lib/core/time-zone";
import { TRIAL_REMINDER_DAYS } from "@/lib/billing/services/remind-ending-trials";
import { addresseeOf } from "@/lib/workflows/mail/addressee";
import type { MailDraft } from "@/lib/workflows/mail/mail-draft";

/**
 * The first mail to an organization's owner; nothing without an owner or a plan.
 * @throws AppError not_found
 */
export async function draftWelcome(tx: Executor, organizationId: string): Promise<MailDraft | null> {
  const { to, props, timeZone } = await addresseeOf(tx, organizationId);
  const [owner] = await tx
    .select({ name: userAccount.name, email: userAccount.email })
    .from(membership)
    .innerJoin(userAccount, eq(userAccount.id, membership.userId))
    .where(and(eq(membership.organizationId, organizationId), eq(membership.role, "owner"), isNull(membership.endedAt)))
    .orderBy(asc(membership.createdAt))
    .limit(1);
  const held = await newestSubscription(tx, organizationId);
  if (!owner || !held) return null;

  const trial = trialOf(held);
  return {
    template: "welcome",
    ...to,
    recipient: owner.email,
    props: {
      ...props,
      personName: owner.name,
      planName: held.planName[to.locale],
      startedOn: dateInZone(held.startedAt, timeZone),
      ...(trial ? { trial } : {}),
      openPath: "/manager",
    },
    attachment: null,
  };
}

async function newestSubscription(tx: Executor, organizationId: string) {
  const [row] = await tx
    .select({
      planName: plan.name,
      startedAt: subscription.startedAt,
      trialEnd: subscription.trialEnd,
      currency: subscription.currency,
      interval: subscription.interval,
      unitAmount: price.unitAmount,
    })
    .from(subscription)
    .innerJoin(planVersion, eq(planVersion.id, subscription.planVersionId))
    .innerJoin(plan, eq(plan.id, planVersion.planId))
    .leftJoin(price, eq(price.id, subscription.priceId))
    .where(eq(subscription.organizationId, organizationId))
    .orderBy(desc(subscription.startedAt))
    .limit(1);
  return row ?? null;
}

type Held = NonNullable<Awaited<ReturnType<typeof newestSubscription>>>;

function trialOf(held: Held): MailTemplates["welcome"]["trial"] {
  const { trialEnd, unitAmount, interval } = held;
  if (trialEnd === null || unitAmount === null || (interval !== "month" && interval !== "year")) return undefined;

  const currency = currencyOf(held.currency);
  return {
    endsOn: trialEnd,
    remindOn: addDays(trialEnd, -TRIAL_REMINDER_DAYS),
    price: { amountMinor: roundToMinor(unitAmount, currency), currency, interval },
  };
}
