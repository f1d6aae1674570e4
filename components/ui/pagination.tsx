import { ChevronLeft, ChevronRight } from "lucide-react";
import { useTranslations } from "next-intl";
import Link from "next/link";
import type { ReactNode } from "react";
import { cn } from "./cn";

/** "26 to 50 of 248" and the ways on and back. `hrefOf` builds the address of a page; pages count from 1. */
export function Pagination(props: {
  page: number;
  pageSize: number;
  rowCount: number;
  hrefOf: (page: number) => string;
  className?: string | undefined;
}) {
  const t = useTranslations("common.pagination");
  const { page, pageSize, rowCount } = props;
  const pages = Math.max(1, Math.ceil(rowCount / pageSize));
  const from = rowCount === 0 ? 0 : (page - 1) * pageSize + 1;

  return (
    <nav
      aria-label={t("label")}
      className={cn("flex items-center justify-between gap-4 text-sm text-ink-2", props.className)}
    >
      <span className="num">{t("range", { from, to: Math.min(page * pageSize, rowCount), total: rowCount })}</span>
      {pages > 1 ? (
        <span className="flex items-center gap-1">
          <Step href={page > 1 ? props.hrefOf(page - 1) : undefined} label={t("previous")}>
            <ChevronLeft className="size-4" />
          </Step>
          <span className="num px-1">{t("page", { page, pages })}</span>
          <Step href={page < pages ? props.hrefOf(page + 1) : undefined} label={t("next")}>
            <ChevronRight className="size-4" />
          </Step>
        </span>
      ) : null}
    </nav>
  );
}

function Step(props: { href: string | undefined; label: string; children: ReactNode }) {
  const look = "touch grid size-7 place-items-center rounded-md border border-line";
  if (props.href === undefined) {
    return (
      <span aria-hidden="true" className={cn(look, "text-line-strong opacity-50")}>
        {props.children}
      </span>
    );
  }
  return (
    <Link href={props.href} scroll={false} aria-label={props.label} className={cn(look, "bg-surface hover:bg-sunken")}>
      {props.children}
    </Link>
  );
}
