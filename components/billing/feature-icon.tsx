import { Braces, Building2, ChartNoAxesCombined, DoorOpen, HardDrive, Plug, Stamp, Users } from "lucide-react";
import type { ComponentType } from "react";

const ICONS: Record<string, ComponentType<{ className?: string }>> = {
  buildings: Building2,
  apartments: DoorOpen,
  users: Users,
  api_calls: Braces,
  storage_gb: HardDrive,
  analytics: ChartNoAxesCombined,
  white_label: Stamp,
  custom_integrations: Plug,
};

/** The icon of a limit, metric or feature, by its key; nothing for one we have not drawn. */
export function FeatureIcon({ feature }: { feature: string }) {
  const Icon = ICONS[feature];
  return Icon ? <Icon aria-hidden="true" className="size-4 text-ink-3" /> : null;
}
