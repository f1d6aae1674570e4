import { CircleHelp } from "lucide-react";
import { useTranslations } from "next-intl";
import type { CSSProperties, ReactNode } from "react";
import { CommandField } from "./command-field";
import type { Command } from "./commands";
import { CrumbsProvider, TopBarCrumbs } from "./crumbs";
import { NotificationBell } from "./notification-bell";
import { Sidebar, SidebarDrawer, type SidebarProps } from "./sidebar";
import { SkipLink } from "./skip-link";

/**
 * The shell of managers and of the business desk: sidebar, top bar with breadcrumb, command field, help and bell, banners
 * above. `banners` are <SandboxBanner /> and its kin, in order. `bell` is an <AttentionBell>, or `notifications` a link to a
 * list. The page within begins with <PageHeader>.
 */
export function AppShell(
  props: SidebarProps & {
    children: ReactNode;
    banners?: readonly ReactNode[] | undefined;
    commands: readonly Command[];
    search?: ((query: string) => Promise<Command[]>) | undefined;
    helpHref?: string | undefined;
    notifications?: { href: string; unread: number } | undefined;
    bell?: ReactNode;
  },
) {
  const { children, banners = [], commands, search, helpHref, notifications, bell, ...sidebar } = props;
  const shown = banners.filter(Boolean);
  return (
    <CrumbsProvider>
      <SkipLink />
      <div style={{ "--banners": `${shown.length * 36}px` } as CSSProperties}>
        {shown.length > 0 ? (
          <div className="sticky top-0 z-30 max-md:static print:hidden">
            {shown.map((banner, index) => (
              <div key={index}>{banner}</div>
            ))}
          </div>
        ) : null}
        <div className="flex">
          <Sidebar {...sidebar} />
          <div className="flex min-h-[calc(100dvh-var(--banners))] min-w-0 flex-1 flex-col">
            <header className="sticky top-0 z-20 flex h-12 flex-none items-center gap-2 border-b border-line bg-ground px-4 md:top-(--banners) md:px-7 print:hidden">
              <SidebarDrawer {...sidebar} />
              <div className="min-w-0 flex-1">
                <TopBarCrumbs
                  scope={{ label: sidebar.scope.current.name, href: sidebar.homeHref }}
                  items={sidebar.items}
                />
              </div>
              <CommandField commands={commands} search={search} />
              {helpHref ? <Help href={helpHref} /> : null}
              {notifications ? <NotificationBell {...notifications} /> : null}
              {bell}
            </header>
            <main
              id="content"
              tabIndex={-1}
              className="w-full max-w-[1416px] flex-1 px-4 pt-[18px] pb-16 outline-none md:px-7"
            >
              {children}
            </main>
          </div>
        </div>
      </div>
    </CrumbsProvider>
  );
}

function Help({ href }: { href: string }) {
  const t = useTranslations("common.shell");
  return (
    <a
      href={href}
      aria-label={t("help")}
      className="touch grid size-8 place-items-center rounded-md text-ink-2 hover:bg-sunken hover:text-ink"
    >
      <CircleHelp className="size-[18px]" aria-hidden="true" />
    </a>
  );
}
