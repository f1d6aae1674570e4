import { and, eq } from "drizzle-orm";
import { document } from "@/db/schema/buildings";
import { plan, planVersion } from "@/db/schema/catalog";
import { subscription } from "@/db/schema/billing";
import { organizationTransaction } from "@/db/transaction";
import type { DemoWorld } from "@/db/seed/demo/demo-world";
import { addCard, payDraft, payOpenInvoices } from "@/db/seed/demo/pay";
import type { DemoBuilding, DemoEvent, DemoStory } from "@/db/seed/demo/stories";
import type { OrganizationActor } from "@/lib/auth/actor";
import { cancelSubscription } from "@/lib/billing/services/cancel-subscription";
import { startSubscription } from "@/lib/billing/services/start-subscription";
import { createApartments } from "@/lib/buildings/services/create-apartments";
import { createBuilding } from "@/lib/buildings/services/create-building";
import { assertNever } from "@/lib/core/assert";
import { organizationNow } from "@/lib/organizations/queries/organization-now";
import { recordMeasured } from "@/lib/usage/services/record-measured";

const BYTES_PER_GIGABYTE = 1_000_000_000;

/** Does in an organization's name what its story says happens today, through the services its people would use. */
export async function liveEvent(
  world: DemoWorld,
  life: { story: DemoStory; actor: OrganizationActor },
  event: DemoEvent,
): Promise<void> {
  const { actor } = life;
  switch (event.kind) {
    case "subscribe":
      return subscribe(world, actor, event);
    case "add_card":
      return addCard(world, actor, event.card);
    case "add_buildings":
      for (const building of event.buildings) await addBuilding(world, life, building);
      return;
    case "add_documents":
      return addDocuments(world, actor, event.gigabytes);
    case "pay_open_invoices":
      return payOpenInvoices(actor);
    case "cancel":
      return cancel(world, actor, event);
    default:
      return assertNever(event);
  }
}

async function subscribe(
  world: DemoWorld,
  actor: OrganizationActor,
  choice: Extract<DemoEvent, { kind: "subscribe" }>,
): Promise<void> {
  const [version] = await organizationTransaction(actor.organizationId, (tx) =>
    tx
      .select({ id: planVersion.id })
      .from(planVersion)
      .innerJoin(plan, eq(plan.id, planVersion.planId))
      .where(and(eq(plan.catalogKey, "new-concierge"), eq(plan.key, choice.plan))),
  );
  if (!version) throw new Error(`the catalogue has no plan ${choice.plan}`);

  const started = await startSubscription({
    organizationId: actor.organizationId,
    actor,
    wallClock: world.wallClock(),
    choice: { planVersionId: version.id, interval: choice.interval, withTrial: choice.withTrial },
  });
  if (started.draftInvoiceId) await payDraft(world, actor, started.draftInvoiceId);
}

async function addBuilding(
  world: DemoWorld,
  { story, actor }: { story: DemoStory; actor: OrganizationActor },
  building: DemoBuilding,
): Promise<void> {
  const now = world.wallClock();
  const { id } = await createBuilding({
    actor,
    now,
    input: {
      name: building.street,
      plate: building.plate,
      addressLine: building.street,
      postalCode: story.postalCode,
      city: story.city,
    },
  });
  await createApartments({
    actor,
    now,
    input: { buildingId: id, kind: "flat", fromFloor: 1, toFloor: building.floors, perFloor: building.perFloor },
  });
}

/** Documents without their bytes: what storage measures is their size. */
async function addDocuments(world: DemoWorld, actor: OrganizationActor, gigabytes: number): Promise<void> {
  const { organizationId } = actor;
  await organizationTransaction(organizationId, async (tx) => {
    await tx.insert(document).values(
      Array.from({ length: gigabytes }, (_, index) => ({
        organizationId,
        title: `Archive ${index + 1}`,
        sizeBytes: BYTES_PER_GIGABYTE,
      })),
    );
    const now = await organizationNow(tx, organizationId, world.wallClock());
    await recordMeasured(tx, { organizationId, metric: "storage_gb", now });
  });
}

async function cancel(
  world: DemoWorld,
  actor: OrganizationActor,
  event: Extract<DemoEvent, { kind: "cancel" }>,
): Promise<void> {
  const { organizationId } = actor;
  const [held] = await organizationTransaction(organizationId, (tx) =>
    tx.select({ id: subscription.id }).from(subscription).where(eq(subscription.organizationId, organizationId)),
  );
  if (!held) throw new Error("there is no subscription to cancel");

  await cancelSubscription({
    organizationId,
    subscriptionId: held.id,
    actor,
    wallClock: world.wallClock(),
    cancellation: { reason: event.reason, comment: event.comment },
  });
}
