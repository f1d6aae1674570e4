import { AppError } from "@/lib/core/errors";
import { newId } from "@/lib/core/ids";
import { amountMinor } from "@/lib/core/money";
import type {
  CardSetup,
  ChargeRequest,
  OnSessionIntentRequest,
  PaymentGateway,
  PaymentOutcome,
  ProviderPaymentMethod,
} from "@/lib/payments/payment-gateway";

/**
 * What the next charge does: it goes through, is refused, or the provider lies about it. `lost` = charged, but the answer never
 * comes; `unheard` = the request never arrives.
 */
export type FakeBehaviour =
  | "succeed"
  | "decline"
  | "requires_action"
  | "processing"
  | "lost"
  | "unheard"
  | "wrong_amount"
  | "other_currency";

export type FakeGateway = PaymentGateway & {
  /** Behaviours of the charges to come, in order; `succeed` when there are none left. */
  plan: FakeBehaviour[];
  /** While true nobody answers, and nothing arrives. */
  down: boolean;
  /** Milliseconds a charge takes. */
  slow: number;
  /** Called after money moved and before the answer is given: a webhook that is faster than the call. */
  onCharged: ((intentId: string) => Promise<void>) | null;
  intents: Map<string, PaymentOutcome>;
  /** The provider's own list of money taken, in minor units. */
  taken(): number[];
  /** Changes a payment at the provider, as a person or the bank would. */
  change(intentId: string, change: Partial<PaymentOutcome>): void;
  /** The payer enters a card in the browser. */
  confirm(intentId: string, behaviour?: FakeBehaviour): void;
  setups: Map<string, CardSetup>;
};

const DECLINE = {
  code: "card_declined",
  declineCode: "insufficient_funds",
  message: "Your card has insufficient funds.",
};
const TIMED_OUT: PaymentOutcome = { status: "unknown" };

export function fakeCard(id: string, customer: string | null): ProviderPaymentMethod {
  return {
    providerPaymentMethodId: id,
    providerCustomerId: customer,
    kind: "card",
    brand: "visa",
    last4: "4242",
    expiryMonth: 12,
    expiryYear: 2030,
  };
}

type Fake = Pick<FakeGateway, "plan" | "down" | "slow" | "onCharged" | "intents" | "setups">;

const nextId = (prefix: string): string => `${prefix}_${newId()}`;

function stateOf(fake: Fake, id: string): PaymentOutcome {
  return fake.intents.get(id) ?? TIMED_OUT;
}

function change(fake: Fake, id: string, changed: Partial<PaymentOutcome>): void {
  fake.intents.set(id, { ...stateOf(fake, id), ...changed });
}

function assertUp(fake: Fake): void {
  if (fake.down) throw new AppError("provider_unavailable");
}

function newIntent(fake: Fake, request: OnSessionIntentRequest): string {
  const id = nextId("pi");
  fake.intents.set(id, {
    status: "requires_action",
    providerPaymentIntentId: id,
    providerCustomerId: request.providerCustomerId,
    amountMinor: request.amountMinor,
    currency: request.currency,
    clientSecret: `${id}_secret`,
    reference: request.reference,
  });
  return id;
}

function behave(fake: Fake, id: string, behaviour: FakeBehaviour): void {
  const intent = stateOf(fake, id);
  const charged = { ...intent, status: "succeeded" as const, providerChargeId: `ch_${id}` };
  const outcomes: Record<FakeBehaviour, PaymentOutcome> = {
    succeed: charged,
    lost: charged,
    unheard: intent,
    decline: { ...intent, status: "failed", decline: DECLINE },
    requires_action: { ...intent, nextActionUrl: "https://bank.example/3ds" },
    processing: { ...intent, status: "processing" },
    wrong_amount: { ...charged, amountMinor: amountMinor((intent.amountMinor ?? 0) + 1) },
    other_currency: { ...charged, currency: "USD" },
  };
  fake.intents.set(id, outcomes[behaviour]);
}

/** The half that moves no money. */
function fakeSetups(fake: Fake) {
  return {
    ensureCustomer: ({ organizationId }: { organizationId: string }) => {
      assertUp(fake);
      return Promise.resolve(`cus_${organizationId}`);
    },
    createSetupIntent: ({ providerCustomerId }: { providerCustomerId: string }) => {
      assertUp(fake);
      const setupIntentId = nextId("seti");
      const setup: CardSetup = {
        setupIntentId,
        clientSecret: `${setupIntentId}_secret`,
        status: "pending",
        providerCustomerId,
        paymentMethod: null,
        decline: null,
      };
      fake.setups.set(setupIntentId, setup);
      return Promise.resolve(setup);
    },
    retrieveSetupIntent: (id: string) => {
      assertUp(fake);
      const setup = fake.setups.get(id);
      if (!setup) throw new AppError("not_found");
      return Promise.resolve(setup);
    },
    retrievePaymentMethod: (id: string) => Promise.resolve(fakeCard(id, null)),
    detachPaymentMethod: () => {
      assertUp(fake);
      return Promise.resolve();
    },
  };
}

/** Asking about payments, and cancelling them. */
function fakeQuestions(fake: Fake) {
  return {
    retrieveIntent: (id: string) => Promise.resolve(fake.down ? TIMED_OUT : stateOf(fake, id)),
    findIntentByAttempt: ({ attemptId }: { attemptId: string }) => {
      assertUp(fake);
      const all = [...fake.intents.values()];
      return Promise.resolve(all.find((intent) => intent.reference?.attemptId === attemptId) ?? null);
    },
    cancelIntent: (id: string) => {
      if (fake.down) return Promise.resolve(TIMED_OUT);
      const isOver = ["succeeded", "processing"].includes(stateOf(fake, id).status);
      if (!isOver) change(fake, id, { status: "canceled" });
      return Promise.resolve(stateOf(fake, id));
    },
    listIntentsSince: () => {
      assertUp(fake);
      return Promise.resolve([...fake.intents.values()]);
    },
  };
}

/** Keeps the provider's side of the contract: one payment a key. */
function fakeCharges(fake: Fake) {
  const byKey = new Map<string, string>();
  return {
    charge: async (request: ChargeRequest) => {
      const behaviour = fake.down ? "unheard" : (fake.plan.shift() ?? "succeed");
      if (behaviour === "unheard") return TIMED_OUT;
      const known = byKey.get(request.idempotencyKey);
      if (known) return stateOf(fake, known);

      const id = newIntent(fake, request);
      byKey.set(request.idempotencyKey, id);
      behave(fake, id, behaviour);
      await fake.onCharged?.(id);
      if (fake.slow > 0) await new Promise((resolve) => setTimeout(resolve, fake.slow));
      return behaviour === "lost" ? TIMED_OUT : stateOf(fake, id);
    },
    createOnSessionIntent: (request: OnSessionIntentRequest) => {
      if (fake.down) return Promise.resolve(TIMED_OUT);
      const id = byKey.get(request.idempotencyKey) ?? newIntent(fake, request);
      byKey.set(request.idempotencyKey, id);
      return Promise.resolve(stateOf(fake, id));
    },
  };
}

/** A payment provider in memory that lies where it is told to. */
export function fakePaymentGateway(): FakeGateway {
  const fake: Fake = { plan: [], down: false, slow: 0, onCharged: null, intents: new Map(), setups: new Map() };
  // Assigned onto the same object, so that a test that changes the plan or pulls the plug is heard.
  return Object.assign(fake, {
    provider: "stripe_sandbox",
    isLive: false,
    taken: () => [...fake.intents.values()].flatMap(takenBy),
    change: (id: string, changed: Partial<PaymentOutcome>) => change(fake, id, changed),
    confirm: (id: string, behaviour: FakeBehaviour = "succeed") => {
      behave(fake, id, behaviour);
      const { status, providerCustomerId } = stateOf(fake, id);
      if (status === "succeeded")
        change(fake, id, { paymentMethod: fakeCard(`pm_of_${id}`, providerCustomerId ?? null) });
    },
    ...fakeSetups(fake),
    ...fakeCharges(fake),
    ...fakeQuestions(fake),
  });
}

function takenBy(intent: PaymentOutcome): number[] {
  return intent.status === "succeeded" ? [Number(intent.amountMinor)] : [];
}
