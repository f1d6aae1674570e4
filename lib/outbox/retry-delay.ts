/** After so many tries a message is dead: a person must look. With the delays below that is after about five hours. */
export const MAX_DELIVERY_TRIES = 12;

const FIRST_DELAY_SECONDS = 10;
const LONGEST_DELAY_SECONDS = 3600;

/** How long a message rests after its n-th failed try: 10 s, doubled each time, an hour at most. */
export function retryDelaySeconds(attemptCount: number): number {
  return Math.min(LONGEST_DELAY_SECONDS, FIRST_DELAY_SECONDS * 2 ** Math.max(0, attemptCount - 1));
}
