import { notFound } from "next/navigation";
import { cache } from "react";
import type { UserActor } from "@/lib/auth/actor";
import { isId } from "@/lib/core/ids";
import { type AdminTestClock, adminTestClock } from "@/lib/organizations/queries/admin-test-clock";
import { clock } from "@/lib/platform/clock";

/** The test clock of the address, read once a request; not found when there is none. */
export const loadClock = cache(async (actor: UserActor, testClockId: string): Promise<AdminTestClock> => {
  const found = isId(testClockId) ? await adminTestClock(actor, { testClockId, wallClock: clock.now() }) : null;
  return found ?? notFound();
});
