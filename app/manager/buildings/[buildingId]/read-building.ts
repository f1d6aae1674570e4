import "server-only";
import { cache } from "react";
import type { OrganizationActor } from "@/lib/auth/actor";
import { buildingDetail } from "@/lib/buildings/queries/building-detail";
import { clock } from "@/lib/platform/clock";
import { orNotFound } from "@/lib/platform/or-not-found";

/** The building of an address, for its layout, title and page alike: read once a request. */
export const readBuilding = cache((actor: OrganizationActor, buildingId: string) =>
  orNotFound(buildingDetail(actor, { buildingId, now: clock.now() })),
);
