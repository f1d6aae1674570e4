import { Building2, CreditCard, House, Megaphone } from "lucide-react";
import { getLocale, getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { signInAction, signOutAction, switchOrganizationAction } from "@/app/(auth)/sign-in/actions";
import { SessionProvider } from "@/components/forms/session-dialog";
import { AppShell } from "@/components/layout/app-shell";
import { SandboxBanner, TestClockBanner } from "@/components/layout/banners";
import { ClientMessages } from "@/components/layout/client-messages";
import type { Command } from "@/components/layout/commands";
import type { NavItem } from "@/components/layout/nav-item";
import type { Scope } from "@/components/layout/scope-switcher";
import type { OrganizationActor } from "@/lib/auth/actor";
import { can } from "@/lib/auth/permissions";
import { memberships } from "@/lib/auth/queries/memberships";
import { requireRole } from "@/lib/auth/queries/session";
import { type BuildingName, buildingNames } from "@/lib/buildings/queries/buildings";
import { formatDate, formatTime } from "@/lib/core/format";
import type { Locale } from "@/lib/core/locale";
import { organizationInitial } from "@/lib/organizations/organization";
import type { OrganizationProfile } from "@/lib/organizations/queries/organization-profile";
import { env } from "@/lib/platform/env";
import { ShellBell } from "./_sections/shell-bell";
import { managerDesk } from "./desk";

/**
 * The managers' shell, and their gate. Pages behind it ask for the same role themselves: a layout can be left out of a
 * request, a page cannot.
 */
export default async function ManagerLayout({ children }: { children: ReactNode }): Promise<ReactNode> {
  const actor = await requireRole("manager");
  const t = await getTranslations("manager");
  const { profile, attention } = await managerDesk(actor);
  const buildings = await buildingNames(actor);
  const scope = await scopeOf(actor, { name: profile.name, buildings });
  const lit = attention.filter((item) => item.lit);
  const mayBill = can(actor, "billing.view");

  const items: NavItem[] = [
    { href: "/manager", label: t("nav.overview"), icon: <House /> },
    { href: "/manager/buildings", label: t("nav.buildings"), icon: <Building2 />, count: buildings.length },
    { href: "/manager/announcements", label: t("nav.announcements"), icon: <Megaphone /> },
  ];
  if (mayBill) items.push({ href: "/manager/billing", label: t("nav.billing"), icon: <CreditCard /> });

  return (
    <ClientMessages namespaces={["manager"]}>
      <SessionProvider signInAction={signInAction}>
        <AppShell
          homeHref="/manager"
          scope={scope}
          items={items}
          person={{ name: actor.name, role: t(`role.${actor.role}`) }}
          personLinks={[{ href: "/manager/help", label: t("nav.help") }]}
          signOutAction={signOutAction}
          banners={await bannersOf(profile)}
          commands={await commandsOf(buildings, { mayBill })}
          helpHref="/manager/help"
          bell={<ShellBell items={lit} mayBill={mayBill} />}
        >
          {children}
        </AppShell>
      </SessionProvider>
    </ClientMessages>
  );
}

/** The organization with all its buildings, each building, and the other organizations one belongs to. */
async function scopeOf(
  actor: OrganizationActor,
  { name, buildings }: { name: string; buildings: readonly BuildingName[] },
): Promise<Scope> {
  const t = await getTranslations("manager");
  const others = (await memberships(actor)).filter((membership) => !membership.isActive);
  const plate = organizationInitial(name);
  const all = t("scope.all", { count: buildings.length });

  return {
    current: { plate, name, detail: all },
    pinnedUnder: "/manager/buildings/",
    groups: [
      { options: [{ href: "/manager/buildings", plate, name: all }] },
      {
        label: t("nav.buildings"),
        options: buildings.map((building) => ({
          href: `/manager/buildings/${building.id}`,
          plate: building.plate,
          name: building.name,
        })),
      },
      {
        label: t("scope.organizations"),
        options: others.map(({ organizationId, name: other, role }) => ({
          href: `/manager?organization=${organizationId}`,
          plate: organizationInitial(other),
          name: other,
          detail: t(`role.${role}`),
          select: switchOrganizationAction.bind(null, null, { organizationId }),
        })),
      },
    ].filter((group) => group.options.length > 0),
  };
}

async function bannersOf(profile: OrganizationProfile) {
  const locale = await getLocale();
  const { isSandbox, RESEND_API_KEY, SMTP_URL } = env();
  const mailbox = RESEND_API_KEY || SMTP_URL ? undefined : "/sandbox/mailbox";
  return [
    isSandbox ? <SandboxBanner key="sandbox" mailboxHref={mailbox} /> : null,
    profile.hasTestClock ? <TestClockBanner key="clock" moment={momentOf(profile, locale)} /> : null,
  ];
}

function momentOf({ now, today, timeZone }: OrganizationProfile, locale: Locale): string {
  return `${formatDate(today, locale, "long")}, ${formatTime(now, timeZone)}`;
}

async function commandsOf(buildings: readonly BuildingName[], { mayBill }: { mayBill: boolean }): Promise<Command[]> {
  const t = await getTranslations("manager");
  const places = [
    ["/manager", "nav.overview"],
    ["/manager/buildings", "nav.buildings"],
    ["/manager/announcements", "nav.announcements"],
    ...(mayBill
      ? ([
          ["/manager/billing", "nav.billing"],
          ["/manager/billing/usage", "nav.usage"],
          ["/manager/billing/invoices", "nav.invoices"],
          ["/manager/billing/payment-methods", "nav.paymentMethods"],
          ["/manager/billing/plans", "nav.plans"],
        ] as const)
      : []),
    ["/manager/help", "nav.help"],
  ] as const;

  return [
    ...buildings.map((building) => ({
      href: `/manager/buildings/${building.id}`,
      group: t("nav.buildings"),
      label: building.name,
      plate: building.plate,
    })),
    { href: "/manager/buildings/new", group: t("command.actions"), label: t("buildings.add") },
    ...places.map(([href, key]) => ({ href, group: t("command.pages"), label: t(key) })),
  ];
}
