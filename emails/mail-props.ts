import type { Locale } from "@/lib/core/locale";

/** What every template takes. Paths are of ours; `appUrl` is the public address of this installation. */
export type MailProps = {
  locale: Locale;
  appUrl: string;
  /** Sent from the sandbox: the mail carries the word TEST. */
  test: boolean;
  organizationName: string;
};
