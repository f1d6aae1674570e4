import { useTranslations } from "next-intl";

/** A floor as people call it: basement, ground floor, 3rd floor. */
export function useFloorName(): (floor: number) => string {
  const t = useTranslations("manager.apartments.floor");
  return (floor) => {
    if (floor === 0) return t("ground");
    return floor > 0 ? t("above", { floor }) : t("below", { floor: -floor });
  };
}
