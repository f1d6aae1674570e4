import type { ReactNode } from "react";
import { requireRole } from "@/lib/auth/queries/session";

/** The gate. Pages behind it ask for the same role themselves: a layout can be left out of a request, a page cannot. */
export default async function AdminLayout({ children }: { children: ReactNode }): Promise<ReactNode> {
  await requireRole("admin");
  return children;
}
