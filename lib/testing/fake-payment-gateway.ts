import { AppError } from "@/lib/core/errors";
import { newId } from "@/lib/core/ids";
import { amountMinor } from "@/lib/core/money";
import type {
  CardSetup,
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

/** A payment provider in memory that keeps its side of the contract (idempotency keys) and lies where it is told to. */
export function fakePaymentGateway(): FakeGateway {
  const byKey = new Map<string, string>();
  const nextId = (prefix: string): string => `${prefix}_${newId()}`;

  const newIntent = (request: OnSessionIntentRequest): string => {
    const id = nextId("pi");
    gateway.intents.set(id, {
      status: "requires_action",
      providerPaymentIntentId: id,
      providerCustomerId: request.providerCustomerId,
      amountMinor: request.amountMinor,
      currency: request.currency,
      clientSecret: `${id}_secret`,
      reference: request.reference,
    });
    return id;
  };

  const settle = (id: string, behaviour: FakeBehaviour): void => {
    const intent = gateway.intents.get(id);
    if (!intent) throw new Error(`no payment ${id}`);
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
    gateway.intents.set(id, outcomes[behaviour]);
  };

  const stateOf = (id: string): PaymentOutcome => gateway.intents.get(id) ?? { status: "unknown" };
  const assertUp = (): void => {
    if (gateway.down) throw new AppError("provider_unavailable");
  };

  const gateway: FakeGateway = {
    provider: "stripe_sandbox",
    isLive: false,
    plan: [],
    down: false,
    slow: 0,
    onCharged: null,
    intents: new Map(),
    setups: new Map(),
    taken: () =>
      [...gateway.intents.values()].flatMap((intent) =>
        intent.status === "succeeded" ? [Number(intent.amountMinor)] : [],
      ),
    change: (id, change) => void gateway.intents.set(id, { ...stateOf(id), ...change }),
    confirm: (id, behaviour = "succeed") => {
      settle(id, behaviour);
      const intent = stateOf(id);
      if (intent.status !== "succeeded") return;
      gateway.change(id, { paymentMethod: fakeCard(`pm_of_${id}`, intent.providerCustomerId ?? null) });
    },

    ensureCustomer: ({ organizationId }) => {
      assertUp();
      return Promise.resolve(`cus_${organizationId}`);
    },
    createSetupIntent: ({ providerCustomerId }) => {
      assertUp();
      const setupIntentId = nextId("seti");
      const setup: CardSetup = {
        setupIntentId,
        clientSecret: `${setupIntentId}_secret`,
        status: "pending",
        providerCustomerId,
        paymentMethod: null,
        decline: null,
      };
      gateway.setups.set(setupIntentId, setup);
      return Promise.resolve(setup);
    },
    retrieveSetupIntent: (id) => {
      assertUp();
      const setup = gateway.setups.get(id);
      if (!setup) throw new AppError("not_found");
      return Promise.resolve(setup);
    },
    retrievePaymentMethod: (id) => Promise.resolve(fakeCard(id, null)),
    detachPaymentMethod: () => {
      assertUp();
      return Promise.resolve();
    },

    async charge(request) {
      const behaviour = gateway.down ? "unheard" : (gateway.plan.shift() ?? "succeed");
      if (behaviour === "unheard") return TIMED_OUT;
      const known = byKey.get(request.idempotencyKey);
      if (known) return stateOf(known);

      const id = newIntent(request);
      byKey.set(request.idempotencyKey, id);
      settle(id, behaviour);
      await gateway.onCharged?.(id);
      if (gateway.slow > 0) await new Promise((resolve) => setTimeout(resolve, gateway.slow));
      return behaviour === "lost" ? TIMED_OUT : stateOf(id);
    },
    createOnSessionIntent(request) {
      if (gateway.down) return Promise.resolve(TIMED_OUT);
      const id = byKey.get(request.idempotencyKey) ?? newIntent(request);
      byKey.set(request.idempotencyKey, id);
      return Promise.resolve(stateOf(id));
    },
    retrieveIntent: (id) => Promise.resolve(gateway.down ? TIMED_OUT : stateOf(id)),
    findIntentByAttempt({ attemptId }) {
      assertUp();
      const all = [...gateway.intents.values()];
      return Promise.resolve(all.find((intent) => intent.reference?.attemptId === attemptId) ?? null);
    },
    cancelIntent(id) {
      if (gateway.down) return Promise.resolve(TIMED_OUT);
      if (!["succeeded", "processing"].includes(stateOf(id).status)) gateway.change(id, { status: "canceled" });
      return Promise.resolve(stateOf(id));
    },
    listIntentsSince() {
      assertUp();
      return Promise.resolve([...gateway.intents.values()]);
    },
  };
  return gateway;
}
