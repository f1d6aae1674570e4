import { describe, expect, it } from "vitest";
import { DECLINE_MESSAGE_KEYS, explainDecline } from "@/lib/payments/decline-code";
import el from "@/messages/el/payments.json";
import en from "@/messages/en/payments.json";

describe("explainDecline", () => {
  it("lets the issuer's code say more than the error's", () => {
    expect(explainDecline({ code: "card_declined", declineCode: "insufficient_funds" })).toEqual({
      hard: false,
      messageKey: "insufficient_funds",
    });
    expect(explainDecline({ code: "expired_card", declineCode: null })).toEqual({
      hard: true,
      messageKey: "expired_card",
    });
  });

  it("never tells a payer that a card was reported", () => {
    for (const declineCode of ["lost_card", "stolen_card", "pickup_card", "fraudulent", "merchant_blacklist"]) {
      expect(explainDecline({ code: "card_declined", declineCode })).toEqual({
        hard: true,
        messageKey: "lost_or_stolen",
      });
    }
    for (const text of [
      en.decline.lost_or_stolen,
      el.decline.lost_or_stolen,
      en.reason.lost_or_stolen,
      el.reason.lost_or_stolen,
    ]) {
      expect(text).not.toMatch(/lost|stolen|fraud|κλ[οα]π|κλεμμ|απώλει/i);
    }
  });

  it("takes a code nobody knows as a plain refusal that may be tried again", () => {
    expect(explainDecline({ code: "brand_new", declineCode: "also_new" })).toEqual({
      hard: false,
      messageKey: "generic",
    });
    expect(explainDecline({ code: "constructor", declineCode: "toString" })).toEqual({
      hard: false,
      messageKey: "generic",
    });
  });

  it("has a sentence and a reason for every key, in both languages", () => {
    for (const messages of [en, el]) {
      expect(Object.keys(messages.decline).toSorted()).toEqual(DECLINE_MESSAGE_KEYS.toSorted());
      expect(Object.keys(messages.reason).toSorted()).toEqual(DECLINE_MESSAGE_KEYS.toSorted());
    }
  });
});
