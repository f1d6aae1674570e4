import { createdField, pageFields } from "@/sandbox/stripe/fields";
import { route } from "@/sandbox/stripe/http/route";
import { listObjects } from "@/sandbox/stripe/lists";
import { string } from "@/sandbox/stripe/validation";

export const chargeRoutes = [
  route({
    method: "GET",
    path: "/v1/charges",
    params: { ...pageFields, created: createdField, customer: string(), payment_intent: string() },
    handle: ({ work, params: { created, customer, payment_intent, ...page } }) =>
      listObjects(work.sql, { type: "charge", url: "/v1/charges", page, created, customer, payment_intent }),
  }),
  route({
    method: "GET",
    path: "/v1/charges/:id",
    params: {},
    handle: ({ work, id }) => work.retrieve("charge", id),
  }),
];
