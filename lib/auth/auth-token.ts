export const AUTH_TOKEN_PURPOSES = ["verify_email", "reset_password", "invite", "magic_link"] as const;
