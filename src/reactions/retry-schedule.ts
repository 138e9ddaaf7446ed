const minute = 60;
const hour = 60 * minute;

/** Waits after the first, second… failed attempt: seven attempts in about a day and a half outlive most outages. */
const waits = [minute, 5 * minute, 30 * minute, 2 * hour, 12 * hour, 24 * hour] as const;

export const mostAttempts = waits.length + 1;

/**
 * Seconds until the next attempt after `attempts` of them have failed, or undefined when that was the last one. Spread by
 * a fifth either way, so that what failed together does not come back together; never sooner than the gateway asks.
 */
export const secondsToNextAttempt = (
  attempts: number,
  retryAfter = 0,
  random: number = Math.random(),
): number | undefined => {
  const wait = waits[attempts - 1];
  return wait === undefined ? undefined : Math.max(wait * (0.8 + 0.4 * random), retryAfter);
};
