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
        "touch relative grid size-8 place-items-center rounded-md text-ink-2 hover:bg-sunken hover:text-ink",
        props.className,
      )}
    >
      <Bell className="size-[18px]" aria-hidden="true" />
      {props.unread > 0 ? (
        <span
          aria-hidden="true"
          className="absolute top-[5px] right-[5px] size-2 rounded-full border-[1.5px] border-ground bg-brass-ui"
        />
      ) : null}
    </Link>
  );
}
