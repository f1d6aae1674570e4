import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import Link from "next/link";
import { Facade } from "@/components/brand/facade";
import { Voice } from "@/components/brand/voice";
import { SignInForm } from "@/components/forms/sign-in-form";
import { BrandLink } from "@/components/layout/brand-link";
import { ClientMessages } from "@/components/layout/client-messages";
import { LocaleLink } from "@/components/layout/locale-link";
import { safeCallbackPath } from "@/lib/auth/callback-url";
import { signInAction } from "./actions";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("auth.signIn");
  return { title: t("title") };
}

/** The entrance by night. One door for managers, residents and super-admins; the role decides where it leads. */
export default async function SignInPage(props: { searchParams: Promise<{ callbackUrl?: string | string[] }> }) {
  const [t, locale, { callbackUrl }] = await Promise.all([
    getTranslations("auth.signIn"),
    getLocale(),
    props.searchParams,
  ]);

  return (
    <div className="grid min-h-dvh lg:grid-cols-[1fr_minmax(0,720px)]">
      <div className="flex flex-col px-5 py-5 sm:px-10 lg:px-16 lg:py-7">
        <header className="flex items-center justify-between gap-4">
          <BrandLink href={`/${locale}`} large />
          <span className="text-sm">
            <LocaleLink />
          </span>
        </header>
        <main id="content" className="mx-auto flex w-full max-w-[400px] flex-1 flex-col justify-center py-12">
          <h1 className="text-[1.875rem] leading-9 font-semibold tracking-[-0.012em]">{t("title")}</h1>
          <p className="mt-1.5 mb-6 text-[1rem] text-ink-2">{t("lead")}</p>
          <ClientMessages namespaces={["auth"]}>
            <SignInForm action={signInAction} callbackUrl={safeCallbackPath(callbackUrl) ?? undefined} />
          </ClientMessages>
          <p className="mt-7 border-t border-line pt-[17px] text-sm text-ink-3">
            {t("noAccount")}
            <br />
            <Link href={`/${locale}/pricing`} className="link">
              {t("seePlans")}
            </Link>
          </p>
        </main>
      </div>
      <aside className="sticky top-0 h-dvh overflow-hidden bg-[#06343b] max-lg:hidden">
        <Voice className="absolute top-12 left-14 z-10 text-[2.125rem] leading-[2.625rem] tracking-[-0.015em] whitespace-pre-line text-[#eef4f2]">
          {t("voice")}
        </Voice>
        <Facade
          shape="tall"
          night
          className="absolute bottom-0 left-10 h-auto max-h-[calc(100dvh-140px)] w-[min(640px,calc(100%-40px))]"
        />
      </aside>
    </div>
  );
}
