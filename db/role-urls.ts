import { createHmac } from "node:crypto";

/** The two roles the running product uses. Neither owns a table, neither bypasses row-level security. */
export const RUNTIME_ROLES = ["nc_app", "nc_platform"] as const;
export type RuntimeRole = (typeof RUNTIME_ROLES)[number];

/**
 * The password of a runtime role when none was chosen: HMAC-SHA256 (hex) of the role's name, keyed by the owner's
 * password. Whoever may migrate can compute it; whoever only knows it learns nothing of the owner's.
 */
function derivedRolePassword(ownerPassword: string, role: RuntimeRole): string {
  return createHmac("sha256", ownerPassword).update(role).digest("hex");
}

/**
 * The URL of a runtime role on the same server and database as the owner's.
 * @throws Error when the owner's URL is not a postgres URL or has no password to derive from.
 */
export function deriveRoleUrl(ownerUrl: string, role: RuntimeRole): string {
  const url = new URL(ownerUrl);
  if (url.password === "") {
    throw new Error(
      `DATABASE_URL has no password to derive the one of ${role} from: set DATABASE_APP_URL and DATABASE_PLATFORM_URL.`,
    );
  }

  url.username = role;
  url.password = derivedRolePassword(decodeURIComponent(url.password), role);
  return url.href;
}

/**
 * The URLs of both runtime roles: those given, else those derived from the owner's.
 * @throws Error when one is missing and cannot be derived.
 */
export function runtimeRoleUrls(settings: {
  ownerUrl?: string | undefined;
  appUrl?: string | undefined;
  platformUrl?: string | undefined;
}): { appUrl: string; platformUrl: string } {
  const given = { nc_app: settings.appUrl, nc_platform: settings.platformUrl };
  const urlOf = (role: RuntimeRole): string => {
    const url = given[role];
    if (url) return url;
    if (settings.ownerUrl) return deriveRoleUrl(settings.ownerUrl, role);
    throw new Error("Set DATABASE_URL, or DATABASE_APP_URL and DATABASE_PLATFORM_URL.");
  };

  return { appUrl: urlOf("nc_app"), platformUrl: urlOf("nc_platform") };
}
