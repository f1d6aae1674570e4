import type { ReactNode } from "react";
import { loadClock } from "@/app/admin/test-clocks/[clockId]/load";
import { requireRole } from "@/lib/auth/queries/session";

/** Answers 404 before anything is sent: beneath a loading state it would be too late for the status. */
export default async function Layout(props: { children: ReactNode; params: Promise<{ clockId: string }> }) {
  await loadClock(await requireRole("admin"), (await props.params).clockId);
  return props.children;
}
