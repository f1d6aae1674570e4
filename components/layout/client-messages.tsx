import { NextIntlClientProvider } from "next-intl";
import { getMessages } from "next-intl/server";
import type { ReactNode } from "react";
import type { Namespace } from "@/lib/i18n/load-messages";

const ALWAYS: readonly Namespace[] = ["common", "errors"];

/**
 * Hands the sentences of some namespaces to the client components within: `common` and `errors` always, the rest by name,
 * so that a resident's phone does not download the admin's words. Nest it in a layout: the innermost decides.
 */
export async function ClientMessages(props: { namespaces: readonly Namespace[]; children: ReactNode }) {
  const messages = await getMessages();
  const wanted = new Set<string>([...ALWAYS, ...props.namespaces]);
  const picked = Object.fromEntries(Object.entries(messages).filter(([namespace]) => wanted.has(namespace)));

  return <NextIntlClientProvider messages={picked}>{props.children}</NextIntlClientProvider>;
}
