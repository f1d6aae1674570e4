/** The one version of Stripe's API the sandbox speaks: the one the SDK we use pins. */
export const API_VERSION = "2026-10-28.endive";
