import type { Locale } from "@/lib/core/locale";

/** One file a namespace and language, so that a screen can hand only its own sentences to the browser. */
export const NAMESPACES = [
  "common",
  "marketing",
  "auth",
  "manager",
  "billing",
  "resident",
  "admin",
  "invoice",
  "mail",
  "payments",
  "errors",
  "sandbox",
] as const;

export type Namespace = (typeof NAMESPACES)[number];

type MessageTree = { [key: string]: string | MessageTree };

/** All sentences of a language, by namespace. Also for code outside React (mail, PDF) through next-intl's createTranslator. */
export async function loadMessages(locale: Locale): Promise<Record<Namespace, MessageTree>> {
  const entries = await Promise.all(
    NAMESPACES.map(async (namespace) => {
      const file = (await import(`@/messages/${locale}/${namespace}.json`)) as { default: MessageTree };
      return [namespace, file.default] as const;
    }),
  );
  return Object.fromEntries(entries) as Record<Namespace, MessageTree>;
}
