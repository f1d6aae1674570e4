import { getRequestConfig } from "next-intl/server";
import { cookies, headers } from "next/headers";
import { detectLocale, LOCALE_COOKIE, LOCALE_HEADER } from "./detect-locale";
import { loadMessages } from "./load-messages";

/** next-intl's configuration of a request: public pages carry the language in the path, the rest remember it in a cookie. */
export default getRequestConfig(async () => {
  const [requestHeaders, requestCookies] = await Promise.all([headers(), cookies()]);
  const locale = detectLocale({
    path: requestHeaders.get(LOCALE_HEADER),
    cookie: requestCookies.get(LOCALE_COOKIE)?.value,
    acceptLanguage: requestHeaders.get("accept-language"),
  });

  return { locale, messages: await loadMessages(locale), timeZone: "Europe/Athens" };
});
