import { Ellipsis, House, Megaphone } from "lucide-react";
import { getLocale, getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { SandboxBanner, TestClockBanner } from "@/components/layout/banners";
import { ClientMessages } from "@/components/layout/client-messages";
import { ResidentShell } from "@/components/layout/resident-shell";
import { requireRole } from "@/lib/auth/queries/session";
import { formatDate, formatTime } from "@/lib/core/format";
import { env } from "@/lib/platform/env";
import { residentDesk } from "./home";

/**
 * The residents' shell, and their gate. Pages behind it ask for the same role themselves: a layout can be left out of a
 * request, a page cannot.
 */
export default async function ResidentLayout({ children }: { children: ReactNode }): Promise<ReactNode> {
  const actor = await requireRole("resident");
  const t = await getTranslations("resident");
  const locale = await getLocale();
  const { profile, home } = await residentDesk(actor);
  const [first] = home.apartments;
  const moment = `${formatDate(profile.today, locale, "long")}, ${formatTime(profile.now, profile.timeZone)}`;

  return (
    <ClientMessages namespaces={["resident"]}>
      <ResidentShell
        home={
          first
            ? {
                plate: first.building.plate,
                address: first.building.name,
                apartment: t(`kind.${first.kind}`, { label: first.label }),
              }
            : null
        }
        person={{ name: actor.name, role: profile.name }}
        items={[
          { href: "/resident", label: t("nav.home"), icon: <House /> },
          { href: "/resident/announcements", label: t("nav.announcements"), icon: <Megaphone /> },
          { href: "/resident/more", label: t("nav.more"), icon: <Ellipsis /> },
        ]}
        banners={[
          env().isSandbox ? <SandboxBanner key="sandbox" /> : null,
          profile.hasTestClock ? <TestClockBanner key="clock" moment={moment} /> : null,
        ]}
      >
        {children}
      </ResidentShell>
    </ClientMessages>
  );
}
