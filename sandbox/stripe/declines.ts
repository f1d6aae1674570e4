/** Why a card was refused, in the words of docs.stripe.com/declines/codes. */
export type Decline = {
  readonly code: string;
  readonly declineCode?: string;
  readonly adviceCode?: string;
  readonly param?: string;
  readonly message: string;
};

const declined = (declineCode: string, adviceCode: string, message = "Your card was declined."): Decline => ({
  code: "card_declined",
  declineCode,
  adviceCode,
  message,
});

const DECLINES: Record<string, Decline> = {
  generic_decline: declined("generic_decline", "try_again_later"),
  insufficient_funds: declined("insufficient_funds", "try_again_later", "Your card has insufficient funds."),
  lost_card: declined("lost_card", "do_not_try_again"),
  stolen_card: declined("stolen_card", "do_not_try_again"),
  card_velocity_exceeded: declined(
    "card_velocity_exceeded",
    "try_again_later",
    "Your card was declined for making repeated attempts too frequently or exceeding its amount limit.",
  ),
  do_not_honor: declined("do_not_honor", "try_again_later"),
  fraudulent: declined("fraudulent", "do_not_try_again"),
  expired_card: {
    code: "expired_card",
    adviceCode: "confirm_card_data",
    param: "exp_month",
    message: "Your card has expired.",
  },
  incorrect_cvc: {
    code: "incorrect_cvc",
    adviceCode: "confirm_card_data",
    param: "cvc",
    message: "Your card's security code is incorrect.",
  },
  processing_error: {
    code: "processing_error",
    adviceCode: "try_again_later",
    message: "An error occurred while processing your card. Try again in a little bit.",
  },
  authentication_required: {
    code: "authentication_required",
    declineCode: "authentication_required",
    message: "Your card was declined. This transaction requires authentication.",
  },
};

/** The decline with that code; a code not in the table is a `card_declined` with it as the issuer's reason. */
export function declineFor(code: string): Decline {
  return DECLINES[code] ?? declined(code, "try_again_later");
}
