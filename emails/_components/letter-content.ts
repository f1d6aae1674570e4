import type { ReactNode } from "react";
import type { CalendarDate } from "@/lib/core/calendar";
import type { Locale } from "@/lib/core/locale";

export type Tone = "done" | "failed" | "open";

/** A text that a client may show with emphasis, and the same without. */
export type Phrase = { rich: ReactNode; plain: string };

export type LedgerRow = { label: string; value: string };

export type Step = { date: CalendarDate; label: string; kind: "failed" | "done" | "planned" | "last" };

export type MailAction = { label: string; href: string };

/**
 * What a mail says, in the order it is read: what happened, one sentence, what it means, what to press, the sum, what
 * comes next and who answers. Each template gives one; the HTML and the text part are both made from it, so they agree.
 */
export type LetterContent = {
  locale: Locale;
  appUrl: string;
  subject: string;
  status: { tone: Tone; text: string };
  sentence: Phrase;
  meaning: string;
  action: MailAction;
  secondAction?: MailAction;
  /** The total has been checked to equal its rows. */
  ledger?: { rows: LedgerRow[]; total: LedgerRow };
  steps: Step[];
  afterSteps?: string;
  /** What the mail is about, for whoever has to find it again. */
  reference: string;
  /** Sent from the sandbox. */
  test: boolean;
};
