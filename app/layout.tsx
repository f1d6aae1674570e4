import type { Metadata, Viewport } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { ThemeProvider } from "next-themes";
import { headers } from "next/headers";
import { NuqsAdapter } from "nuqs/adapters/next/app";
import type { ReactNode } from "react";
import { Hatches } from "@/components/charts/hatches";
import { ClientMessages } from "@/components/layout/client-messages";
import { Toaster } from "@/components/ui/toast";
import { fontVariables } from "./fonts";
import "./globals.css";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("common");
  return {
    title: { default: t("product"), template: `%s · ${t("product")}` },
    description: t("description"),
    applicationName: t("product"),
    formatDetection: { telephone: false, email: false, address: false },
  };
}

export const viewport: Viewport = {
  width: "device-width",
  initialScale: 1,
  viewportFit: "cover",
  themeColor: [
    { media: "(prefers-color-scheme: light)", color: "#f3f7f6" },
    { media: "(prefers-color-scheme: dark)", color: "#0d1718" },
  ],
};

/** The document: language, theme without a flash, fonts, toasts, and the hatches every chart refers to. */
export default async function RootLayout({ children }: { children: ReactNode }) {
  const [locale, requestHeaders] = await Promise.all([getLocale(), headers()]);
  const nonce = requestHeaders.get("x-nonce");

  return (
    <html lang={locale} className={fontVariables} suppressHydrationWarning>
      <body>
        <ClientMessages namespaces={[]}>
          <ThemeProvider
            attribute="data-theme"
            defaultTheme="system"
            enableColorScheme={false}
            disableTransitionOnChange
            {...(nonce ? { nonce } : {})}
          >
            <NuqsAdapter>
              {children}
              <Toaster />
            </NuqsAdapter>
          </ThemeProvider>
        </ClientMessages>
        <Hatches />
      </body>
    </html>
  );
}
