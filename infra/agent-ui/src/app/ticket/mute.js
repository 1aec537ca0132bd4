const HOUR = 3_600_000;
const GOOD = 36_500 * 24 * HOUR;

/** How long one may want to hear nothing of a ticket. @type {[string, () => string | null][]} */
export const MUTES = [
  ['for an hour', () => later(HOUR)],
  ['for a day', () => later(24 * HOUR)],
  ['for a week', () => later(7 * 24 * HOUR)],
  ['until I unmute it', () => forGood()],
];

/** As far ahead as a mute may end, less a little. */
export const forGood = () => later(GOOD);

/**
 * Whether a mute was meant for good.
 *
 * @param {string} until
 */
export const isForGood = (until) => Date.parse(until) > Date.now() + GOOD / 2;

/** @param {number} milliseconds */
const later = (milliseconds) => new Date(Date.now() + milliseconds).toISOString();
