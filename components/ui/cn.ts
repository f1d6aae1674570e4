import { type ClassValue, clsx } from "clsx";
import { extendTailwindMerge } from "tailwind-merge";

const merge = extendTailwindMerge({
  extend: { classGroups: { "font-weight": [{ font: ["mid", "heavy"] }], "font-family": ["voice"] } },
});

/** Joins class names; of two that set the same property the later wins, so a caller can correct a component. */
export function cn(...inputs: ClassValue[]): string {
  return merge(clsx(inputs));
}
