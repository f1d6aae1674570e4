import "server-only";
import { organizationTransaction } from "@/db/transaction";
import type { OrganizationActor } from "@/lib/auth/actor";
import type { CalendarDate } from "@/lib/core/calendar";
import { dateInZone } from "@/lib/core/time-zone";
import { organizationNow } from "@/lib/organizations/queries/organization-now";
import { type SavedPaymentMethod, savedPaymentMethods } from "@/lib/payments/queries/payment-methods";

export type PaymentMethodsPage = {
  methods: SavedPaymentMethod[];
  /** The date in UTC: whether a card has expired is not a matter of hours. */
  today: CalendarDate;
};

/** The saved methods of the organization someone acts in, the default first. `wallClock` is the real now. */
export function paymentMethodsPage(actor: OrganizationActor, wallClock: Date): Promise<PaymentMethodsPage> {
  const { organizationId } = actor;
  return organizationTransaction(
    organizationId,
    async (tx) => ({
      methods: await savedPaymentMethods(tx, organizationId),
      today: dateInZone(await organizationNow(tx, organizationId, wallClock), "UTC"),
    }),
    { accessMode: "read only" },
  );
}
