import { bigint, date, foreignKey, index, integer, pgEnum, pgTable, text, unique, uuid } from "drizzle-orm/pg-core";
import { decimal, id, instant, organizationId, timestamps } from "@/db/columns";
import { userAccount } from "@/db/schema/identity";
import { organization } from "@/db/schema/organizations";
import { APARTMENT_KINDS } from "@/lib/buildings/apartment";
import { OCCUPANCY_KINDS } from "@/lib/buildings/occupancy";

export const apartmentKindEnum = pgEnum("apartment_kind", APARTMENT_KINDS);
export const occupancyKindEnum = pgEnum("occupancy_kind", OCCUPANCY_KINDS);

export const building = pgTable(
  "building",
  {
    id: id(),
    organizationId: organizationId(),
    name: text("name").notNull(),
    /** What the enamel plate at the entrance says, such as 18 or 24A. */
    plate: text("plate").notNull(),
    addressLine: text("address_line").notNull(),
    postalCode: text("postal_code").notNull(),
    city: text("city").notNull(),
    archivedAt: instant("archived_at"),
    ...timestamps(),
  },
  (t) => [
    unique("building_tenant_key").on(t.organizationId, t.id),
    foreignKey({ columns: [t.organizationId], foreignColumns: [organization.id] }).onDelete("restrict"),
  ],
);

/** A flat, shop, storage room or parking space. */
export const apartment = pgTable(
  "apartment",
  {
    id: id(),
    organizationId: organizationId(),
    buildingId: uuid("building_id").notNull(),
    label: text("label").notNull(),
    kind: apartmentKindEnum("kind").notNull(),
    floor: integer("floor").notNull(),
    areaSquareMetres: decimal("area_square_metres"),
    archivedAt: instant("archived_at"),
    ...timestamps(),
  },
  (t) => [
    unique("apartment_tenant_key").on(t.organizationId, t.id),
    unique("apartment_label_key").on(t.buildingId, t.label),
    foreignKey({
      columns: [t.organizationId, t.buildingId],
      foreignColumns: [building.organizationId, building.id],
    }).onDelete("restrict"),
  ],
);

/** Who lives in or owns an apartment, and since when. */
export const occupancy = pgTable(
  "occupancy",
  {
    id: id(),
    organizationId: organizationId(),
    apartmentId: uuid("apartment_id").notNull(),
    userId: uuid("user_id")
      .notNull()
      .references(() => userAccount.id, { onDelete: "restrict" }),
    kind: occupancyKindEnum("kind").notNull(),
    startsOn: date("starts_on").notNull(),
    endsOn: date("ends_on"),
    ...timestamps(),
  },
  (t) => [
    unique("occupancy_tenant_key").on(t.organizationId, t.id),
    foreignKey({
      columns: [t.organizationId, t.apartmentId],
      foreignColumns: [apartment.organizationId, apartment.id],
    }).onDelete("restrict"),
    index("occupancy_user_idx").on(t.organizationId, t.userId),
  ],
);

export const announcement = pgTable(
  "announcement",
  {
    id: id(),
    organizationId: organizationId(),
    buildingId: uuid("building_id").notNull(),
    title: text("title").notNull(),
    body: text("body").notNull(),
    publishedAt: instant("published_at").notNull(),
    authorUserId: uuid("author_user_id").references(() => userAccount.id, { onDelete: "set null" }),
    ...timestamps(),
  },
  (t) => [
    unique("announcement_tenant_key").on(t.organizationId, t.id),
    foreignKey({
      columns: [t.organizationId, t.buildingId],
      foreignColumns: [building.organizationId, building.id],
    }).onDelete("restrict"),
    index("announcement_building_idx").on(t.organizationId, t.buildingId, t.publishedAt),
  ],
);

/** A building's document. Its size is what the storage metric measures. */
export const document = pgTable(
  "document",
  {
    id: id(),
    organizationId: organizationId(),
    buildingId: uuid("building_id"),
    title: text("title").notNull(),
    sizeBytes: bigint("size_bytes", { mode: "number" }).notNull(),
    archivedAt: instant("archived_at"),
    ...timestamps(),
  },
  (t) => [
    unique("document_tenant_key").on(t.organizationId, t.id),
    foreignKey({
      columns: [t.organizationId, t.buildingId],
      foreignColumns: [building.organizationId, building.id],
    }).onDelete("restrict"),
    index("document_organization_idx").on(t.organizationId),
  ],
);
