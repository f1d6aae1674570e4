import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { BellTag } from "@/components/brand/bell-tag";
import { Facade } from "@/components/brand/facade";
import { LitBell } from "@/components/brand/lit-bell";
import { Plate } from "@/components/brand/plate";
import { StatusWords } from "@/components/brand/status";
import { Sum } from "@/components/brand/sum";
import { Voice } from "@/components/brand/voice";
import { ButtonLink } from "@/components/ui/button";
import type { Locale } from "@/lib/core/locale";
import { amountMinor } from "@/lib/core/money";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("marketing.home");
  return { title: { absolute: t("metaTitle") }, description: t("lead") };
}

const bold = (chunks: ReactNode) => <b className="num">{chunks}</b>;

/** What the product is, said with its own signatures: the hall, a resident's statement, a manager's next invoice. */
export default async function HomePage() {
  const t = await getTranslations("marketing.home");
  const locale = await getLocale();

  return (
    <>
      <section className="mx-auto w-full max-w-[1248px] px-4 sm:px-6">
        <div className="flex flex-wrap items-end justify-between gap-x-8 overflow-hidden border-b-[1.5px] border-ink-2">
          <div className="max-w-[640px] pt-10 pb-9 sm:pt-14">
            <Voice as="h1" size="public">
              {t("title")}
            </Voice>
            <p className="mt-4 max-w-[560px] text-[1.0625rem] leading-[1.6875rem] text-ink-2">{t("lead")}</p>
            <div className="mt-6 flex flex-wrap gap-2.5">
              <ButtonLink href={`/${locale}/pricing`} variant="primary" size="lg">
                {t("seePlans")}
              </ButtonLink>
              <ButtonLink href="/sign-in" size="lg">
                {t("signIn")}
              </ButtonLink>
            </div>
          </div>
          <Facade shape="street" className="h-auto w-full max-w-[480px] max-lg:mx-auto" />
        </div>
      </section>
      <Hall />
      <Example
        title={t("resident.title")}
        points={[t("resident.one"), t("resident.two"), t("resident.three")]}
        sheet={<ResidentSheet locale={locale} />}
      />
      <Example
        flipped
        title={t("manager.title")}
        points={[t("manager.one"), t("manager.two"), t("manager.three")]}
        sheet={<ManagerSheet locale={locale} />}
      />
      <section className="mt-20 border-t border-line bg-sunken">
        <div className="mx-auto flex w-full max-w-[1248px] flex-wrap items-center justify-between gap-6 px-4 py-10 sm:px-6">
          <Voice as="h2" className="max-w-[600px] text-[1.625rem] leading-[2.125rem]">
            {t("close")}
          </Voice>
          <ButtonLink href={`/${locale}/pricing`} variant="primary" size="lg">
            {t("seePlans")}
          </ButtonLink>
        </div>
      </section>
    </>
  );
}

/** The four things of an entrance hall, each with what it became. */
async function Hall() {
  const t = await getTranslations("marketing.home.hall");
  const things = [
    { key: "plate", sign: <Plate size="lg">18</Plate> },
    { key: "bells", sign: <Bells /> },
    { key: "board", sign: <Lit /> },
    { key: "ledger", sign: <Ledger /> },
  ] as const;

  return (
    <section className="mx-auto w-full max-w-[1248px] px-4 py-11 sm:px-6">
      <h2 className="sr-only">{t("title")}</h2>
      <ul className="grid gap-x-8 gap-y-9 sm:grid-cols-2 lg:grid-cols-4">
        {things.map(({ key, sign }) => (
          <li key={key}>
            <span aria-hidden="true" className="flex h-9 items-center">
              {sign}
            </span>
            <h3 className="mt-2.5 text-lg font-semibold">{t(`${key}.title`)}</h3>
            <p className="mt-1 text-ink-2">{t(`${key}.text`)}</p>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Bells() {
  return (
    <span className="flex gap-1.5">
      <BellTag>Α2</BellTag>
      <BellTag lit>Β3</BellTag>
      <BellTag>Γ1</BellTag>
    </span>
  );
}

function Lit() {
  return (
    <span className="flex items-center gap-2 text-[1.1875rem] font-semibold">
      <LitBell className="size-3" />3
    </span>
  );
}

function Ledger() {
  return <span className="double-rule block h-[9px] w-16" />;
}

function Example(props: { title: string; points: readonly string[]; sheet: ReactNode; flipped?: boolean | undefined }) {
  return (
    <section className="mx-auto grid w-full max-w-[1248px] items-center gap-x-16 gap-y-8 px-4 pt-10 sm:px-6 lg:grid-cols-2">
      <div className={props.flipped ? "lg:order-2" : undefined}>
        <Voice as="h2" className="max-w-[520px] text-[1.875rem] leading-[2.375rem] tracking-[-0.015em]">
          {props.title}
        </Voice>
        <ul className="mt-5 max-w-[520px]">
          {props.points.map((point) => (
            <li key={point} className="border-t border-line py-3 text-[1rem] leading-6 text-ink-2 last:border-b">
              {point}
            </li>
          ))}
        </ul>
      </div>
      {props.sheet}
    </section>
  );
}

async function ResidentSheet({ locale }: { locale: Locale }) {
  const t = await getTranslations("marketing.home.resident.sheet");
  return (
    <figure className="sheet mx-auto w-full max-w-[440px] px-5 py-4.5">
      <figcaption className="flex items-center gap-2.5">
        <Plate size="md">18</Plate>
        <span className="min-w-0 flex-1">
          <b className="block leading-5">{t("building")}</b>
          <span className="block text-sm text-ink-3">{t("apartment")}</span>
        </span>
        <StatusWords glyph="ring" tone="info" pill>
          {t("due")}
        </StatusWords>
      </figcaption>
      <Voice size="note" className="my-3.5">
        {t.rich("voice", { b: bold })}
      </Voice>
      <Sum
        locale={locale}
        currency="EUR"
        parts={[
          { label: t("heating"), amountMinor: amountMinor(4050) },
          { label: t("cleaning"), amountMinor: amountMinor(1984) },
          { label: t("electricity"), amountMinor: amountMinor(1200) },
          { label: t("lift"), amountMinor: amountMinor(841) },
          { label: t("water"), amountMinor: amountMinor(616) },
          { label: t("management"), amountMinor: amountMinor(500) },
        ]}
        total={{ label: t("total"), amountMinor: amountMinor(9191) }}
      />
    </figure>
  );
}

async function ManagerSheet({ locale }: { locale: Locale }) {
  const t = await getTranslations("marketing.home.manager.sheet");
  return (
    <figure className="sheet mx-auto w-full max-w-[440px] px-5 py-4.5 lg:order-1">
      <figcaption className="flex items-start justify-between gap-3">
        <span>
          <b className="block text-lg">{t("title")}</b>
          <span className="block text-sm text-ink-3">{t("issued")}</span>
        </span>
        <StatusWords glyph="dashed" tone="info" pill>
          {t("draft")}
        </StatusWords>
      </figcaption>
      <Voice size="panel" className="my-3.5 rounded-md bg-sunken px-3 py-2.5">
        {t.rich("voice", { b: bold })}
      </Voice>
      <Sum
        locale={locale}
        currency="EUR"
        parts={[
          { label: t("plan"), amountMinor: amountMinor(5900) },
          { label: t("apartments"), amountMinor: amountMinor(920) },
          { label: t("vat"), amountMinor: amountMinor(1637) },
        ]}
        total={{ label: t("total"), amountMinor: amountMinor(8457) }}
      />
    </figure>
  );
}
