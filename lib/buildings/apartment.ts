export const APARTMENT_KINDS = ["flat", "shop", "office", "storage", "parking"] as const;
export type ApartmentKind = (typeof APARTMENT_KINDS)[number];
