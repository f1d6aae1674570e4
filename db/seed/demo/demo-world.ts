import { randomBytes } from "node:crypto";
import type Stripe from "stripe";
import type { OrganizationActor } from "@/lib/auth/actor";
import { newId } from "@/lib/core/ids";

/** What the demo's steps share. */
export type DemoWorld = {
  testClockId: string;
  passwordHash: string;
  /** Plays the browser: confirms intents with test cards, as the card form does. */
  stripe: Stripe;
  wallClock: () => Date;
};

/** An owner at work, as a session would say. */
export function ownerActor(given: {
  organizationId: string;
  userId: string;
  name: string;
  email: string;
}): OrganizationActor {
  return { ...given, kind: "user", sessionId: newId(), isSuperAdmin: false, role: "owner", ipAddress: null };
}

/** A password made for this demo alone: nothing that opens a door is in the repository. */
export function newDemoPassword(): string {
  return randomBytes(9).toString("base64url");
}
