import { Bell } from "lucide-react";
import { useTranslations } from "next-intl";
import Link from "next/link";
import { cn } from "@/components/ui/cn";

/** The bell of the top bar, lit when something new came. Leads to the list. */
export function NotificationBell(props: { href: string; unread: number; className?: string | undefined }) {
  const t = useTranslations("common.shell");
  return (
    <Link
      href={props.href}
      aria-label={t("unread", { count: props.unread })}
      className={cn(
        "touch grid size-8 place-items-center rounded-md text-ink-2 hover:bg-sunken hover:text-ink",
        props.className,
      )}
    >
      <span className="relative" aria-hidden="true">
        <Bell className="size-[18px]" />
        {props.unread > 0 ? (
          <span className="absolute -top-0.5 -right-0.5 size-[9px] rounded-full border-[1.5px] border-ground bg-brass-ui" />
        ) : null}
      </span>
    </Link>
  );
}
