import { getTranslations } from "next-intl/server";
import { SegmentedLinks } from "@/components/ui/segmented";
import type { DeskScope } from "@/lib/organizations/queries/desk-scope";

/** Live or test organizations: they never mix. Filters do not survive the change, since they may name what the other has not. */
export async function ModeSwitch({ path, scope }: { path: string; scope: DeskScope }) {
  const t = await getTranslations("admin.mode");
  return (
    <SegmentedLinks
      aria-label={t("label")}
      items={(["live", "test"] as const).map((mode) => ({
        href: `${path}?mode=${mode}`,
        label: t(mode),
        current: scope.mode === mode,
      }))}
    />
  );
}
