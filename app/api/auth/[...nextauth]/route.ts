import { authRoute } from "@/lib/platform/auth-route";

export const { GET, POST } = authRoute;
