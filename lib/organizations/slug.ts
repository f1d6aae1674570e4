import { foldText } from "@/lib/core/fold-text";

/** Greek letters as they are written in Latin ones (ELOT 743, letter by letter). */
const LATIN: Record<string, string> = {
  ...{ α: "a", β: "v", γ: "g", δ: "d", ε: "e", ζ: "z", η: "i", θ: "th", ι: "i", κ: "k", λ: "l", μ: "m" },
  ...{ ν: "n", ξ: "x", ο: "o", π: "p", ρ: "r", σ: "s", τ: "t", υ: "y", φ: "f", χ: "ch", ψ: "ps", ω: "o" },
};

const LONGEST = 40;

/** A name as part of an address: small Latin letters, digits and dashes. May be empty. */
export function slugOf(name: string): string {
  const latin = [...foldText(name)].map((letter) => LATIN[letter] ?? letter).join("");
  return latin
    .replaceAll(/[^a-z0-9]+/g, "-")
    .slice(0, LONGEST)
    .replaceAll(/^-+|-+$/g, "");
}
