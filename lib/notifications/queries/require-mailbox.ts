import "server-only";
import { notFound } from "next/navigation";
import { requireRole } from "@/lib/auth/queries/session";
import { env } from "@/lib/platform/env";

/** Whether mail stays at home: no provider is set. */
export function isMailboxInUse(): boolean {
  return env().RESEND_API_KEY === undefined && env().SMTP_URL === undefined;
}

/** Whoever asks may read the mailbox: anyone while trying and developing, in production super-admins alone. Else: not found. */
export async function requireMailbox(): Promise<void> {
  if (!isMailboxInUse()) notFound();
  if (env().APP_ENV === "production") await requireRole("admin");
}
