import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { platformTransaction } from "@/db/transaction";
import { advanceTo } from "@/db/seed/demo/advance-to";
import { type DemoWorld, newDemoPassword } from "@/db/seed/demo/demo-world";
import { furnishFirstHome } from "@/db/seed/demo/furnish-first-home";
import { liveEvent } from "@/db/seed/demo/live-event";
import { signUp } from "@/db/seed/demo/sign-up";
import { DEMO_STORIES, type DemoStory } from "@/db/seed/demo/stories";
import { callApi } from "@/db/seed/demo/call-api";
import { addSuperAdmin } from "@/db/seed/demo/super-admin";
import type { OrganizationActor } from "@/lib/auth/actor";
import { hashPassword } from "@/lib/auth/services/password";
import { addDays, addMonths, type CalendarDate, daysBetween } from "@/lib/core/calendar";
import { dateInZone, startOfDay } from "@/lib/core/time-zone";
import { closePdfWorker } from "@/lib/invoicing/adapters/pdf/pdf-worker-pool";
import { createTestClock } from "@/lib/organizations/services/create-test-clock";
import { stripeClient } from "@/lib/payments/adapters/stripe-client";
import { clock } from "@/lib/platform/clock";

const TIME_ZONE = "Europe/Athens";
const MONTHS = 14;
const WEEK = 7;
/** The hour at which the demo's people do things. */
const OPENING_MS = 9 * 3_600_000;

type Life = { story: DemoStory; actor: OrganizationActor; signedUp: CalendarDate };

/**
 * Lives the demo: organizations sign up, subscribe, use, fail to pay, recover and leave over fourteen months, on a test clock
 * that ends at the present and is then kept at real time. Every row comes from the services customers use.
 * Whom one can sign in as is written to `signInsFile`.
 */
export async function loadDemo({
  report,
  signInsFile = join(process.cwd(), ".data", "demo-sign-ins.json"),
}: {
  report: (line: string) => void;
  signInsFile?: string | undefined;
}): Promise<void> {
  const today = dateInZone(clock.now(), TIME_ZONE);
  const firstDay = addMonths(today, -MONTHS);
  const password = newDemoPassword();
  const world = await makeWorld(firstDay, password);
  const lives: Life[] = [];

  const lastDay = daysBetween(firstDay, today);
  for (const [day, nextDay] of pairs(storyDays(lastDay))) {
    const date = addDays(firstDay, day);
    report(`${date}, ${lives.length} organizations`);
    await advanceTo(world, earlier(openingOf(date), clock.now()));
    await liveDay(world, lives, { day, date });
    for (const life of lives)
      await callApi(life, { signedUp: life.signedUp, from: date, until: addDays(firstDay, nextDay) });
  }

  const signIns = await furnishFirstHome(world, lives[0]?.actor);
  await advanceTo(world, clock.now());
  await closePdfWorker();
  writeSignIns(signInsFile, password, signIns);
}

async function makeWorld(firstDay: CalendarDate, password: string): Promise<DemoWorld> {
  const passwordHash = await hashPassword(password);
  const testClockId = await platformTransaction(async (tx) => {
    await addSuperAdmin(tx, { passwordHash, now: clock.now() });
    return createTestClock(tx, {
      name: "Demo",
      startsAt: openingOf(firstDay),
      followsRealTime: true,
      actor: { kind: "system" },
    });
  });
  return { testClockId, passwordHash, stripe: stripeClient(), wallClock: clock.now };
}

async function liveDay(world: DemoWorld, lives: Life[], on: { day: number; date: CalendarDate }): Promise<void> {
  for (const story of DEMO_STORIES.filter((candidate) => candidate.signsUpOn === on.day)) {
    lives.push({ story, actor: await signUp(world, story), signedUp: on.date });
  }
  for (const life of lives) {
    for (const event of life.story.events.filter((candidate) => candidate.day === on.day))
      await liveEvent(world, life, event);
  }
}

/** The days on which something happens, and every seventh, on which the calls of the week ahead are made; the last is today. */
function storyDays(lastDay: number): number[] {
  const days = new Set([0, lastDay]);
  for (let day = 0; day < lastDay; day += WEEK) days.add(day);
  for (const story of DEMO_STORIES) for (const event of story.events) if (event.day < lastDay) days.add(event.day);
  return [...days].sort((a, b) => a - b);
}

function pairs(days: number[]): [number, number][] {
  return days.map((day, index) => [day, days[index + 1] ?? day + 1]);
}

function earlier(a: Date, b: Date): Date {
  return a < b ? a : b;
}

function openingOf(date: CalendarDate): Date {
  return new Date(startOfDay(date, TIME_ZONE).getTime() + OPENING_MS);
}

function writeSignIns(file: string, password: string, people: { role: string; email: string; note: string }[]): void {
  mkdirSync(dirname(file), { recursive: true });
  const content = JSON.stringify(
    people.map((person) => ({ ...person, password })),
    null,
    2,
  );
  writeFileSync(file, content, { mode: 0o600 });
}
