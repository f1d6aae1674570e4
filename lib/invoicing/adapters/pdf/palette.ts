/** Colours of the printed page: the light values of the design tokens, as hex, which is what PDF takes. */
export const PALETTE = {
  ink: "#152527",
  ink2: "#3f5152",
  ink3: "#566768",
  line: "#d4dddb",
  leader: "#b2bcbb",
  petrol: "#075761",
  onPetrol: "#f9fdfc",
  brass: "#e1aa40",
  ok: { soft: "#dcf4e3", ink: "#235d3a" },
  info: { soft: "#ddeefa", ink: "#25537c" },
  warn: { soft: "#faeed1", ink: "#7c500f" },
  danger: { soft: "#ffe7e0", ink: "#932c21" },
  neutral: { soft: "#e8eeed", ink: "#3f5152" },
} as const;
