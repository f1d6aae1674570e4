import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { SessionProvider } from "@/components/forms/session-dialog";
import { AppShell } from "@/components/layout/app-shell";
import { SandboxBanner } from "@/components/layout/banners";
import { requireRole } from "@/lib/auth/queries/session";
import { isMailboxInUse } from "@/lib/notifications/queries/require-mailbox";
import { deskAttention } from "@/lib/outbox/queries/desk-attention";
import { env } from "@/lib/platform/env";
import { signInAction, signOutAction } from "@/app/(auth)/sign-in/actions";
import { deskNavigation } from "@/app/admin/_components/navigation";
import { searchDesk } from "@/app/admin/search-action";

/** The gate, and the shell of the business desk. Pages behind it ask for the role themselves: a layout can be left out of a request, a page cannot. */
export default async function AdminLayout({ children }: { children: ReactNode }): Promise<ReactNode> {
  const actor = await requireRole("admin");
  const t = await getTranslations("admin");
  const items = deskNavigation((key) => t(`nav.${key}`), await deskAttention(actor));
  const go = items.map(({ href, label }) => ({ href, label, group: t("command.go") }));
  const act = [
    { href: "/admin/test-clocks#new", label: t("clocks.new.title"), group: t("command.act") },
    { href: "/admin/catalog/issuer?mode=test", label: t("issuer.titleOf", { mode: "test" }), group: t("command.act") },
    { href: "/admin/catalog/issuer?mode=live", label: t("issuer.titleOf", { mode: "live" }), group: t("command.act") },
  ];
  const mailboxHref = isMailboxInUse() ? "/sandbox/mailbox" : undefined;

  return (
    <SessionProvider signInAction={signInAction}>
      <AppShell
        homeHref="/admin"
        scope={{ current: { plate: "NC", tone: "ink", name: t("desk"), detail: t("deskDetail") }, groups: [] }}
        items={items}
        person={{ name: actor.name, role: t("superAdmin") }}
        signOutAction={signOutAction}
        banners={env().isSandbox ? [<SandboxBanner key="sandbox" mailboxHref={mailboxHref} />] : []}
        commands={[...go, ...act]}
        search={searchDesk}
      >
        {children}
      </AppShell>
    </SessionProvider>
  );
}
