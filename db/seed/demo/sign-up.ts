import { membership, userAccount } from "@/db/schema/identity";
import { type Executor, platformTransaction } from "@/db/transaction";
import { type DemoWorld, ownerActor } from "@/db/seed/demo/demo-world";
import type { DemoStory } from "@/db/seed/demo/stories";
import type { MembershipRole, OrganizationActor } from "@/lib/auth/actor";
import { newId } from "@/lib/core/ids";
import { registerOrganization } from "@/lib/organizations/services/register-organization";

/** An organization signs up with its owner and its people. Returns the owner, in whose name all else is done. */
export async function signUp(world: DemoWorld, story: DemoStory): Promise<OrganizationActor> {
  const email = `owner@${story.slug}.example`;
  return platformTransaction(async (tx) => {
    const { organizationId, ownerUserId } = await registerOrganization(tx, {
      registration: {
        name: story.name,
        slug: story.slug,
        legalName: story.legalName,
        vatId: null,
        country: "GR",
        addressLine: story.addressLine,
        postalCode: story.postalCode,
        city: story.city,
        timeZone: "Europe/Athens",
        locale: story.locale,
        owner: { name: story.ownerName, email, passwordHash: world.passwordHash },
      },
      testClockId: world.testClockId,
      mode: "test",
      actor: { kind: "system" },
      wallClock: world.wallClock(),
    });
    for (const [index, name] of story.staff.entries()) {
      const role = index === 0 ? "manager" : "staff";
      await addPerson(tx, {
        world,
        organizationId,
        name,
        role,
        email: `${role}${index + 1}@${story.slug}.example`,
        locale: story.locale,
      });
    }
    return ownerActor({ organizationId, userId: ownerUserId, name: story.ownerName, email });
  });
}

/** A person with a membership; invitations take this place when they come. */
export async function addPerson(
  tx: Executor,
  person: {
    world: DemoWorld;
    organizationId: string;
    name: string;
    email: string;
    role: MembershipRole;
    locale: DemoStory["locale"];
  },
): Promise<string> {
  const userId = newId();
  await tx.insert(userAccount).values({
    id: userId,
    email: person.email,
    name: person.name,
    locale: person.locale,
    passwordHash: person.world.passwordHash,
    emailVerifiedAt: person.world.wallClock(),
  });
  await tx.insert(membership).values({ organizationId: person.organizationId, userId, role: person.role });
  return userId;
}
