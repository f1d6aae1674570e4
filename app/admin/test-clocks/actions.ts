"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { after } from "next/server";
import { startOfDay } from "@/lib/core/time-zone";
import {
  addTestClockSchema,
  advanceClockSchema,
  advanceClockToDateSchema,
  createTestOrganizationSchema,
  retryClockSchema,
} from "@/lib/organizations/schemas";
import { addTestClock } from "@/lib/organizations/services/add-test-clock";
import { createTestOrganization } from "@/lib/organizations/services/create-test-organization";
import { requestClockAdvance } from "@/lib/organizations/services/request-clock-advance";
import { retryClockAdvance } from "@/lib/organizations/services/retry-clock-advance";
import { authorizedAction } from "@/lib/platform/authorized-action";
import { clock } from "@/lib/platform/clock";
import { runClockAdvance } from "@/lib/workflows/services/run-clock-advance";

/** A clock that is not there by then is taken on by the scheduler, which looks for what was left half-way. */
const LONGEST_RUN_MS = 4 * 60_000;

/** Moves the clock once the answer is on its way; the page follows by reading the clock. */
function moveAfterAnswer(testClockId: string): void {
  const until = clock.now().getTime() + LONGEST_RUN_MS;
  after(() => runClockAdvance({ testClockId, wallClock: clock.now, timeLeft: () => clock.now().getTime() < until }));
}

/** Makes a clock and goes to it. */
export const addTestClockAction = authorizedAction({
  permission: "admin.test_clocks",
  schema: addTestClockSchema,
  handler: async ({ input, actor }): Promise<undefined> => {
    const testClockId = await addTestClock({ ...input, actor });
    revalidatePath("/admin/test-clocks");
    redirect(`/admin/test-clocks/${testClockId}`);
  },
});

/** Moves a clock to an instant the page offered. */
export const advanceClockAction = authorizedAction({
  permission: "admin.test_clocks",
  schema: advanceClockSchema,
  handler: async ({ input, actor }): Promise<undefined> => {
    await requestClockAdvance({ ...input, actor });
    moveAfterAnswer(input.testClockId);
    revalidatePath(`/admin/test-clocks/${input.testClockId}`);
  },
});

/** Moves a clock to the beginning of a chosen day. */
export const advanceClockToDateAction = authorizedAction({
  permission: "admin.test_clocks",
  schema: advanceClockToDateSchema,
  handler: async ({ input, actor }): Promise<undefined> => {
    const { testClockId } = input;
    await requestClockAdvance({ testClockId, target: startOfDay(input.target, input.timeZone), actor });
    moveAfterAnswer(testClockId);
    revalidatePath(`/admin/test-clocks/${testClockId}`);
  },
});

/** Lets a clock that failed go on. */
export const retryClockAction = authorizedAction({
  permission: "admin.test_clocks",
  schema: retryClockSchema,
  handler: async ({ input, actor }): Promise<undefined> => {
    await retryClockAdvance({ ...input, actor });
    moveAfterAnswer(input.testClockId);
    revalidatePath(`/admin/test-clocks/${input.testClockId}`);
  },
});

/** Makes an organization that lives by the clock. The password is shown by the page this once. */
export const createTestOrganizationAction = authorizedAction({
  permission: "admin.test_clocks",
  schema: createTestOrganizationSchema,
  handler: async ({ input, actor }): Promise<{ organizationId: string; email: string; password: string }> => {
    const made = await createTestOrganization({ ...input, actor, wallClock: clock.now() });
    revalidatePath(`/admin/test-clocks/${input.testClockId}`);
    return { ...made, email: input.ownerEmail };
  },
});
