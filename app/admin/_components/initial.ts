import { foldText } from "@/lib/core/fold-text";

/** What stands on an organization's plate: its first letter, a capital without its accent. */
export function initialOf(name: string): string {
  return foldText(name).charAt(0).toUpperCase();
}
