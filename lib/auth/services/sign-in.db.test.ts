import { eq, sql } from "drizzle-orm";
import { beforeEach, describe, expect, it } from "vitest";
import { auditEvent } from "@/db/schema/operations";
import { membership, signInAttempt, userAccount, userSession } from "@/db/schema/identity";
import { organization } from "@/db/schema/organizations";
import { platformTransaction } from "@/db/transaction";
import type { MembershipRole, UserActor } from "@/lib/auth/actor";
import { loadActor } from "@/lib/auth/queries/session";
import { endSession } from "@/lib/auth/services/end-session";
import { hashPassword } from "@/lib/auth/services/password";
import { signIn } from "@/lib/auth/services/sign-in";
import { switchOrganization } from "@/lib/auth/services/switch-organization";
import { newId } from "@/lib/core/ids";

const NOW = new Date("2026-11-21T10:00:00Z");
const PASSWORD = "correct horse battery staple";
const passwordHash = await hashPassword(PASSWORD);

let email = "";
let userId = "";
let address = 0;

const minutesLater = (minutes: number): Date => new Date(NOW.getTime() + minutes * 60_000);
const newAddress = (): string => `198.51.${Math.floor((address += 1) / 250)}.${address % 250}`;

function attempt(over: Partial<Parameters<typeof signIn>[0]> = {}): ReturnType<typeof signIn> {
  return signIn({ email, password: PASSWORD, ipAddress: newAddress(), userAgent: "vitest", now: NOW, ...over });
}

async function outcome(over: Partial<Parameters<typeof signIn>[0]> = {}): Promise<string> {
  try {
    await attempt(over);
    return "signed in";
  } catch (error) {
    return (error as { code: string }).code;
  }
}

async function addMembership(role: MembershipRole): Promise<string> {
  const organizationId = newId();
  await platformTransaction(async (tx) => {
    await tx.insert(organization).values({
      id: organizationId,
      name: "Alpha",
      slug: `alpha-${organizationId}`,
      mode: "test",
      timeZone: "Europe/Athens",
      locale: "el",
      legalName: "Alpha Ltd",
      country: "GR",
      addressLine: "Ermou 1",
      postalCode: "10563",
      city: "Athens",
      billingEmail: "billing@example.gr",
    });
    await tx.insert(membership).values({ organizationId, userId, role });
  });
  return organizationId;
}

function actorOf(sessionId: string, now = NOW): Promise<UserActor | null> {
  return platformTransaction((tx) => loadActor(tx, { sessionId, ipAddress: null, now }));
}

beforeEach(async () => {
  userId = newId();
  email = `maria-${userId}@example.gr`;
  await platformTransaction(async (tx) => {
    await tx.delete(signInAttempt);
    await tx
      .insert(userAccount)
      .values({ id: userId, email, name: "Maria", locale: "el", passwordHash, emailVerifiedAt: NOW });
  });
});

describe("signIn", () => {
  it("starts a session of its own each time, audits it, and finds the account however it is typed", async () => {
    const first = await attempt();
    const second = await attempt({ email: ` ${email.toUpperCase()} ` });
    expect(first.sessionId).not.toBe(second.sessionId);

    const events = await platformTransaction((tx) =>
      tx.select({ action: auditEvent.action }).from(auditEvent).where(eq(auditEvent.entityId, first.sessionId)),
    );
    expect(events).toEqual([{ action: "session.started" }]);
    expect(await actorOf(first.sessionId)).toMatchObject({ userId, email, organizationId: null, role: null });
  });

  it("says the same of a wrong password, an unknown address, a disabled account and one without a password", async () => {
    expect(await outcome({ password: "wrong" })).toBe("invalid_credentials");
    expect(await outcome({ email: "nobody@example.gr" })).toBe("invalid_credentials");
    expect(await outcome({ password: PASSWORD + "x".repeat(300) })).toBe("invalid_credentials");

    await platformTransaction((tx) =>
      tx.update(userAccount).set({ disabledAt: NOW }).where(eq(userAccount.id, userId)),
    );
    expect(await outcome()).toBe("invalid_credentials");
    await platformTransaction((tx) =>
      tx.update(userAccount).set({ disabledAt: null, passwordHash: null }).where(eq(userAccount.id, userId)),
    );
    expect(await outcome()).toBe("invalid_credentials");
  });

  it("tells of an unconfirmed address only whoever knows the password", async () => {
    await platformTransaction((tx) =>
      tx.update(userAccount).set({ emailVerifiedAt: null }).where(eq(userAccount.id, userId)),
    );
    expect(await outcome({ password: "wrong" })).toBe("invalid_credentials");
    expect(await outcome()).toBe("email_not_verified");
  });

  it("locks an account after ten failures from anywhere, known or not, even for the right password", async () => {
    for (const target of [email, "nobody@example.gr"]) {
      for (let failure = 1; failure <= 10; failure += 1) {
        expect(await outcome({ email: target, password: "wrong" })).toBe("invalid_credentials");
      }
      expect(await outcome({ email: target, password: "wrong" })).toBe("too_many_requests");
      expect(await outcome({ email: target })).toBe("too_many_requests");
    }
    expect(await outcome({ now: minutesLater(16) })).toBe("signed in");
    expect(await outcome({ password: "wrong", now: minutesLater(17) })).toBe("invalid_credentials");
  });

  it("counts guesses made all at once", async () => {
    const outcomes = await Promise.all(Array.from({ length: 30 }, () => outcome({ password: "wrong" })));
    expect(outcomes.filter((code) => code === "invalid_credentials")).toHaveLength(10);
  });

  it("stops one address after fifty failures over many accounts, and no other address", async () => {
    const ipAddress = "203.0.113.9";
    for (let failure = 1; failure <= 50; failure += 1) {
      await outcome({ email: `nobody-${failure}@example.gr`, password: "wrong", ipAddress });
    }
    expect(await outcome({ ipAddress })).toBe("too_many_requests");
    expect(await outcome()).toBe("signed in");

    const [row] = await platformTransaction((tx) =>
      tx
        .select({ total: sql<number>`count(*)::int` })
        .from(signInAttempt)
        .where(eq(signInAttempt.ipAddress, ipAddress)),
    );
    expect(row?.total).toBe(50);
  });

  it("takes as long for an unknown address and a locked account as for a wrong password", async () => {
    // The quickest of several: a busy machine makes some slower, but none quicker than its hash.
    const quickest = async (target: string): Promise<number> => {
      const times: number[] = [];
      for (let run = 0; run < 9; run += 1) {
        const start = performance.now();
        await outcome({ email: target, password: "wrong" });
        times.push(performance.now() - start);
      }
      return Math.min(...times);
    };
    const wrong = await quickest(email);
    const unknown = await quickest("nobody@example.gr");
    await outcome({ password: "wrong" });
    const locked = await quickest(email);
    for (const time of [unknown, locked]) {
      // Without its hash an answer takes a tenth: a third leaves room for a busy machine.
      expect(time).toBeGreaterThan(wrong / 3);
      expect(time).toBeLessThan(wrong * 3);
    }
  });
});

describe("a session", () => {
  it("ends with signing out, once", async () => {
    const { sessionId } = await attempt();
    await endSession({ sessionId, ipAddress: null, now: NOW });
    await endSession({ sessionId, ipAddress: null, now: NOW });
    expect(await actorOf(sessionId)).toBeNull();

    const events = await platformTransaction((tx) =>
      tx.select({ action: auditEvent.action }).from(auditEvent).where(eq(auditEvent.entityId, sessionId)),
    );
    expect(events.map((event) => event.action).toSorted()).toEqual(["session.ended", "session.started"]);
  });

  it("ends with a higher session version, with disabling the account, and after thirty days", async () => {
    const { sessionId } = await attempt();
    expect(await actorOf(sessionId, new Date("2026-12-21T09:59:59Z"))).not.toBeNull();
    expect(await actorOf(sessionId, new Date("2026-12-21T10:00:00Z"))).toBeNull();

    await platformTransaction((tx) =>
      tx.update(userAccount).set({ disabledAt: NOW }).where(eq(userAccount.id, userId)),
    );
    expect(await actorOf(sessionId)).toBeNull();
    await platformTransaction((tx) =>
      tx.update(userAccount).set({ disabledAt: null, sessionVersion: 2 }).where(eq(userAccount.id, userId)),
    );
    expect(await actorOf(sessionId)).toBeNull();
  });

  it("writes when it was last seen at most every five minutes", async () => {
    const { sessionId } = await attempt();
    const lastSeen = async (): Promise<Date | undefined> => {
      const [row] = await platformTransaction((tx) =>
        tx.select({ at: userSession.lastSeenAt }).from(userSession).where(eq(userSession.id, sessionId)),
      );
      return row?.at;
    };
    await actorOf(sessionId, minutesLater(4));
    expect(await lastSeen()).toEqual(NOW);
    await actorOf(sessionId, minutesLater(6));
    expect(await lastSeen()).toEqual(minutesLater(6));
  });

  it("acts in the first organization joined, in another once switched to, and in none after leaving", async () => {
    const first = await addMembership("owner");
    const second = await addMembership("resident");
    const { sessionId } = await attempt();
    const actor = await actorOf(sessionId);
    expect(actor).toMatchObject({ organizationId: first, role: "owner" });
    if (!actor) return;

    await switchOrganization({ actor, organizationId: second, now: NOW });
    expect(await actorOf(sessionId)).toMatchObject({ organizationId: second, role: "resident" });
    await expect(switchOrganization({ actor, organizationId: newId(), now: NOW })).rejects.toMatchObject({
      code: "not_found",
    });

    const leave = (organizationId: string): Promise<unknown> =>
      platformTransaction((tx) =>
        tx.update(membership).set({ endedAt: NOW }).where(eq(membership.organizationId, organizationId)),
      );
    await leave(second);
    expect(await actorOf(sessionId)).toMatchObject({ organizationId: first, role: "owner" });
    await leave(first);
    expect(await actorOf(sessionId)).toMatchObject({ organizationId: null, role: null });
  });
});
