/** What the lists of buildings and of apartments can be sorted by. */
export const BUILDING_SORTS = ["plate", "name", "city", "apartments", "residents"] as const;

export const APARTMENT_SORTS = ["label", "floor", "kind", "area"] as const;
