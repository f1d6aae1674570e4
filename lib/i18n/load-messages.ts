import type { Locale } from "@/lib/core/locale";
import type { english } from "./messages-en";

type MessageTree = { [key: string]: string | MessageTree };

/** Parts of the texts, one file each in every language, so that a screen hands only its own sentences to the browser. */
export type Namespace = keyof typeof english;

/**
 * All sentences of a language, by namespace. Code outside React (mail, PDF) reads them through next-intl's createTranslator.
 * The files are imported by name, because a bundler cannot follow a path made at run time.
 */
export async function loadMessages(locale: Locale): Promise<Record<Namespace, MessageTree>> {
  switch (locale) {
    case "en":
      return (await import("./messages-en")).english;
    case "el":
      return (await import("./messages-el")).greek;
  }
}
