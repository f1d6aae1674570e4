import { describe, expect, it, vi } from "vitest";
import type { PaymentAnswer } from "@/lib/payments/payment-answer";
import type { CardFlow, Confirmation, OpenedIntent } from "./card-flow";
import { type Confirm, runCardFlow } from "./run-card-flow";

const DONE: PaymentAnswer = { status: "done", messageKey: null, url: null };
const REOPEN: PaymentAnswer = { status: "reopen", messageKey: null, url: null };

function run(given: { confirmations: Confirmation[]; answers?: PaymentAnswer[]; opened?: OpenedIntent }) {
  let count = 0;
  const flow = {
    purpose: { kind: "payment" as const, amountMinor: 3596, currency: "EUR" },
    open: vi.fn<CardFlow["open"]>(() => {
      count += 1;
      return Promise.resolve({ ok: true, data: { reference: `r${count}`, clientSecret: `pi_${count}_secret_x` } });
    }),
    settle: vi.fn<CardFlow["settle"]>(() => Promise.resolve({ ok: true, data: given.answers?.shift() ?? DONE })),
    returnPath: "/return",
    donePath: "/done",
  };
  const opened = { current: given.opened ?? null };
  const confirm = vi.fn<Confirm>(() => Promise.resolve(given.confirmations.shift() ?? { kind: "settled" as const }));
  return { flow, opened, confirm, outcome: runCardFlow({ flow, confirm, opened, origin: "https://app.example" }) };
}

describe("a card form", () => {
  it("opens, confirms with the way back, and believes only the server", async () => {
    const { flow, confirm, outcome } = run({ confirmations: [{ kind: "settled" }] });
    expect(await outcome).toEqual({ kind: "answered", answer: DONE });
    expect(confirm).toHaveBeenCalledWith(
      { reference: "r1", clientSecret: "pi_1_secret_x" },
      "https://app.example/return",
    );
    expect(flow.settle).toHaveBeenCalledWith("r1");
  });

  it("keeps a refused payment open for another card", async () => {
    const decline = { code: "card_declined", declineCode: "insufficient_funds" };
    const { flow, opened, outcome } = run({ confirmations: [{ kind: "refused", decline }] });
    expect(await outcome).toEqual({ kind: "refused", key: "insufficient_funds" });
    expect(opened.current?.reference).toBe("r1");
    expect(flow.settle).not.toHaveBeenCalled();
  });

  it("opens a payment that is over anew, once", async () => {
    const stale = { kind: "stale" as const };
    const opened = { reference: "old", clientSecret: "pi_old_secret_x" };
    const again = run({ opened, confirmations: [stale], answers: [REOPEN] });
    expect(await again.outcome).toEqual({ kind: "answered", answer: DONE });
    expect(again.flow.open).toHaveBeenCalledTimes(1);

    const hopeless = run({ opened, confirmations: [stale, stale], answers: [REOPEN, REOPEN] });
    expect(await hopeless.outcome).toEqual({ kind: "answered", answer: REOPEN });
    expect(hopeless.flow.open).toHaveBeenCalledTimes(1);
  });

  it("asks the server when no answer came, because the charge may have gone through", async () => {
    expect(await run({ confirmations: [{ kind: "unreachable" }] }).outcome).toEqual({ kind: "answered", answer: DONE });
    const lost = run({ confirmations: [{ kind: "unreachable" }], answers: [REOPEN] });
    expect(await lost.outcome).toEqual({ kind: "unreachable" });
  });
});
