import { invalidRequest } from "@/sandbox/stripe/api-error";
import { listObjects } from "@/sandbox/stripe/lists";
import type { UnitOfWork } from "@/sandbox/stripe/unit-of-work";

/** The references that can be expanded, by kind of object; an inner path is written with a dot. */
const EXPANDABLE: Record<string, readonly string[]> = {
  customer: ["invoice_settings.default_payment_method"],
  payment_method: ["customer"],
  setup_intent: ["customer", "payment_method"],
  payment_intent: ["customer", "payment_method", "latest_charge"],
  charge: ["customer", "payment_intent", "balance_transaction", "failure_balance_transaction", "refunds"],
  refund: [
    "charge",
    "payment_intent",
    "balance_transaction",
    "failure_balance_transaction",
    "customer",
    "payment_method",
  ],
  dispute: ["charge", "payment_intent"],
  balance_transaction: ["source"],
};

/** Stripe's limit, docs.stripe.com/expand. */
const MAX_DEPTH = 4;

type Item = Record<string, unknown>;

/** Replaces references by the objects they name, for each path of `expand[]`; a path that cannot be is a 400. */
export async function expand(work: UnitOfWork, request: { body: object; paths: readonly string[] }): Promise<object> {
  if (request.paths.length === 0) return request.body;

  const root = structuredClone(request.body) as Item;
  for (const path of request.paths.toSorted()) {
    const names = path.split(".");
    const isList = root["object"] === "list";
    if (isList !== (names[0] === "data")) throw cannotExpand(path);
    const steps = isList ? names.slice(1) : names;
    if (steps.length === 0 || steps.length > MAX_DEPTH) throw cannotExpand(path);

    const items = isList ? (root["data"] as Item[]) : [root];
    await expandSteps(work, { items, steps, path });
  }

  return root;
}

async function expandSteps(work: UnitOfWork, task: { items: Item[]; steps: string[]; path: string }): Promise<void> {
  const owners = task.items.filter((item) => typeof item["object"] === "string");
  if (owners.length === 0 || task.steps.length === 0) return;

  const field = nextField(owners, task);
  const keys = field.split(".");
  const rest = task.steps.slice(keys.length);
  const holders = owners.map((owner) => keys.slice(0, -1).reduce((holder, key) => holder[key] as Item, owner));
  const last = keys.at(-1) ?? "";

  if (last === "refunds") {
    for (const owner of owners) owner["refunds"] = await refundsOf(work, String(owner["id"]));
    return;
  }

  const ids = holders.map((holder) => holder[last]).filter((id): id is string => typeof id === "string");
  await work.load(ids);
  for (const holder of holders) {
    const id = holder[last];
    const object = typeof id === "string" ? work.peek(id) : undefined;
    if (object !== undefined) holder[last] = structuredClone(object);
  }

  const children = holders.map((holder) => holder[last]).filter((child): child is Item => isItem(child));
  await expandSteps(work, { items: children, steps: rest, path: task.path });
}

function nextField(owners: Item[], task: { steps: string[]; path: string }): string {
  const allowed = EXPANDABLE[String(owners[0]?.["object"])] ?? [];
  const field = allowed.find((candidate) => `${task.steps.join(".")}.`.startsWith(`${candidate}.`));
  if (field === undefined) throw cannotExpand(task.path);

  return field;
}

async function refundsOf(work: UnitOfWork, charge: string): Promise<object> {
  return listObjects(work.sql, { type: "refund", url: `/v1/charges/${charge}/refunds`, page: { limit: 10 }, charge });
}

function isItem(value: unknown): value is Item {
  return typeof value === "object" && value !== null;
}

function cannotExpand(path: string): Error {
  return invalidRequest(
    `This property cannot be expanded (${path}). You may want to try expanding a different property, or check the depth: ` +
      `at most ${MAX_DEPTH} levels.`,
    { param: "expand" },
  );
}
