import "server-only";
import { eq } from "drizzle-orm";
import type { MailProps } from "@/emails/mail-props";
import { organization } from "@/db/schema/organizations";
import type { Executor } from "@/db/transaction";
import { AppError } from "@/lib/core/errors";
import type { Locale } from "@/lib/core/locale";
import { organizationNow } from "@/lib/organizations/queries/organization-now";
import { clock } from "@/lib/platform/clock";
import { env } from "@/lib/platform/env";

/** What every mail to an organization shares: who gets it, in which language, and what is printed on top. */
export type Addressee = {
  to: { organizationId: string; recipient: string; locale: Locale; isTest: boolean; writtenAt: Date };
  props: MailProps;
  timeZone: string;
};

/**
 * The organization's billing address. Whatever comes from a test organization, or moves no real money, is marked TEST.
 * @throws AppError not_found
 */
export async function addresseeOf(tx: Executor, organizationId: string): Promise<Addressee> {
  const [row] = await tx.select().from(organization).where(eq(organization.id, organizationId));
  if (!row) throw new AppError("not_found");

  const { APP_URL: appUrl, isSandbox } = env();
  const isTest = row.mode === "test" || isSandbox;
  return {
    to: {
      organizationId,
      recipient: row.billingEmail,
      locale: row.locale,
      isTest,
      writtenAt: await organizationNow(tx, organizationId, clock.now()),
    },
    props: { locale: row.locale, appUrl, test: isTest, organizationName: row.name },
    timeZone: row.timeZone,
  };
}
