import type { ReactNode } from "react";
import { requireRole } from "@/lib/auth/queries/session";
import { readBuilding } from "./read-building";

/**
 * Answers 404 for what is not the organization's, before a skeleton below has been sent with a 200. For the same reason no
 * loading.tsx may stand above this folder.
 */
export default async function BuildingLayout(props: {
  params: Promise<{ buildingId: string }>;
  children: ReactNode;
}): Promise<ReactNode> {
  const actor = await requireRole("manager");
  await readBuilding(actor, (await props.params).buildingId);
  return props.children;
}
