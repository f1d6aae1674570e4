import type { Locale as OurLocale } from "@/lib/core/locale";

declare module "next-intl" {
  interface AppConfig {
    Locale: OurLocale;
  }
}
