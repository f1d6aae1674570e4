import { ChevronRight } from "lucide-react";
import Link from "next/link";
import { Fragment } from "react";

export type Crumb = { label: string; href?: string | undefined };

/** Where the page lies, beginning with the scope; the last crumb is the page itself. */
export function Breadcrumb(props: { crumbs: readonly Crumb[]; label: string }) {
  return (
    <nav aria-label={props.label} className="min-w-0">
      <ol className="flex min-w-0 items-center gap-2 text-[0.875rem] text-ink-3">
        {props.crumbs.map((crumb, index) => {
          const last = index === props.crumbs.length - 1;
          return (
            <Fragment key={`${crumb.label}-${crumb.href ?? ""}`}>
              {index > 0 ? (
                <li aria-hidden="true" className="max-sm:hidden">
                  <ChevronRight className="size-[13px]" />
                </li>
              ) : null}
              <li className={last ? "min-w-0 truncate" : "truncate max-sm:hidden"}>
                {last || !crumb.href ? (
                  <span aria-current={last ? "page" : undefined} className={last ? "font-mid text-ink" : undefined}>
                    {crumb.label}
                  </span>
                ) : (
                  <Link href={crumb.href} className="hover:text-ink">
                    {crumb.label}
                  </Link>
                )}
              </li>
            </Fragment>
          );
        })}
      </ol>
    </nav>
  );
}
