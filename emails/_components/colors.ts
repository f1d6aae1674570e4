/** The design tokens as hex: mail clients know no other form. Light first; the dark ones apply where the client asks. */
export const LIGHT = {
  ground: "#f3f7f6",
  surface: "#fcfefd",
  line: "#d4dddb",
  lineStrong: "#768787",
  leader: "#b2bcbb",
  ink: "#152527",
  ink2: "#3f5152",
  ink3: "#566768",
  petrol: "#075761",
  onPetrol: "#f9fdfc",
  brass: "#e1aa40",
  brassUi: "#b88420",
  brassInk: "#7c500f",
  brassSoft: "#faeed1",
  ok: "#3e8655",
  okInk: "#235d3a",
  danger: "#b63c2e",
  dangerInk: "#932c21",
  info: "#41749d",
  infoInk: "#25537c",
} as const;

const DARK: Record<keyof typeof LIGHT, string> = {
  ground: "#0d1718",
  surface: "#142021",
  line: "#293738",
  lineStrong: "#677879",
  leader: "#4d5c5c",
  ink: "#e9eeed",
  ink2: "#b2bdbc",
  ink3: "#929e9d",
  petrol: "#7bc2c9",
  onPetrol: "#031a1d",
  brass: "#ecbd57",
  brassUi: "#ecbd57",
  brassInk: "#eec976",
  brassSoft: "#3b2e16",
  ok: "#64ba80",
  okInk: "#8ed8a4",
  danger: "#e9745e",
  dangerInk: "#f9a590",
  info: "#70acd8",
  infoInk: "#9bcbed",
};

export type Color = keyof typeof LIGHT;

const NAMES = Object.keys(LIGHT) as Color[];

/** `t-ink` colours text, `b-line` borders and `g-petrol` grounds; the light value stands inline beside the class. */
export const DARK_STYLES = `@media (prefers-color-scheme: dark) {${NAMES.map(
  (name) =>
    `.t-${name}{color:${DARK[name]} !important}` +
    `.b-${name}{border-color:${DARK[name]} !important}` +
    `.g-${name}{background-color:${DARK[name]} !important}`,
).join("")}}`;
