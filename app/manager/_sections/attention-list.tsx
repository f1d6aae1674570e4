import { useTranslations } from "next-intl";
import { StatusWords } from "@/components/brand/status";
import { SectionHeading } from "@/components/layout/page-header";
import { ButtonLink } from "@/components/ui/button";
import type { Attention } from "@/app/manager/attention";
import { useAttentionWords } from "@/app/manager/attention-words";

/** What needs someone: shape, sentence, and where it is mended. The first debt has the filled button. */
export function AttentionList(props: {
  items: readonly Attention[];
  mayBill: boolean;
  className?: string | undefined;
}) {
  const t = useTranslations("manager.attention");
  const wordsOf = useAttentionWords(props.mayBill);
  if (props.items.length === 0) return null;

  return (
    <section className={props.className} aria-labelledby="attention">
      <SectionHeading id="attention" className="mb-1.5">
        {t("title")}
      </SectionHeading>
      <ul className="border-t border-line">
        {props.items.map((item, index) => {
          const { key, glyph, tone, sentence, href, action } = wordsOf(item);
          return (
            <li
              key={key}
              className="flex min-h-[46px] flex-wrap items-center justify-between gap-x-4 gap-y-2 border-b border-line py-2"
            >
              <StatusWords
                glyph={glyph}
                tone={tone}
                className="min-w-0 flex-1 basis-64 items-baseline whitespace-normal"
              >
                <span className="text-ink">{sentence}</span>
              </StatusWords>
              {href ? (
                <ButtonLink href={href} size="sm" variant={index === 0 && isDebt(item) ? "primary" : "outline"}>
                  {action}
                </ButtonLink>
              ) : null}
            </li>
          );
        })}
      </ul>
    </section>
  );
}

function isDebt(item: Attention): boolean {
  return item.kind.startsWith("payment_");
}
