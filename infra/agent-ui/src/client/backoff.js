const SHORTEST = 1_000;
const LONGEST = 30_000;

/**
 * How long to wait before trying again: at least a second, and up to twice as long each time until it is 30 seconds. Chance
 * has the rest, so that not everybody comes back at once.
 *
 * @param {number} attempt how many have failed before, from 0
 * @param {() => number} [random] from 0 to 1
 * @returns {number} milliseconds
 */
export function backoff(attempt, random = Math.random) {
  const ceiling = Math.min(LONGEST, 2 * SHORTEST * 2 ** attempt);
  return SHORTEST + random() * (ceiling - SHORTEST);
}
