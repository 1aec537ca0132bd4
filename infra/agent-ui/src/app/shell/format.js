/** How times and numbers are said where the reader is. The texts are English, so plurals are. */
const LOCALE = navigator.language;
const MINUTE = 60;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const WEEK = 7 * DAY;

const relative = new Intl.RelativeTimeFormat(LOCALE, { numeric: 'auto', style: 'short' });
const date = new Intl.DateTimeFormat(LOCALE, { dateStyle: 'medium' });
const dateAndTime = new Intl.DateTimeFormat(LOCALE, { dateStyle: 'full', timeStyle: 'short' });
const number = new Intl.NumberFormat(LOCALE);
const plurals = new Intl.PluralRules('en');
const conjunction = new Intl.ListFormat('en', { type: 'conjunction' });

/**
 * How long ago, or the date once that says more.
 *
 * @param {string} time
 * @param {number} [now]
 */
export function ago(time, now = Date.now()) {
  const seconds = Math.round((Date.parse(time) - now) / 1000);
  const distance = Math.abs(seconds);
  if (distance < MINUTE) return relative.format(0, 'second');
  if (distance < HOUR) return relative.format(Math.round(seconds / MINUTE), 'minute');
  if (distance < DAY) return relative.format(Math.round(seconds / HOUR), 'hour');
  if (distance < WEEK) return relative.format(Math.round(seconds / DAY), 'day');
  return date.format(Date.parse(time));
}

/**
 * All of it.
 *
 * @param {string} time
 */
export const fullTime = (time) => dateAndTime.format(Date.parse(time));

/** @param {number} value */
export const count = (value) => number.format(value);

/**
 * A number with its noun.
 *
 * @param {number} value
 * @param {string} one
 * @param {string} [other]
 */
export function plural(value, one, other = `${one}s`) {
  return `${count(value)} ${plurals.select(value) === 'one' ? one : other}`;
}

/** @param {string[]} words */
export const and = (words) => conjunction.format(words);

/**
 * A word of the API for people.
 *
 * @param {string} word
 */
export const capital = (word) => (word === 'whatsapp' ? 'WhatsApp' : word.charAt(0).toUpperCase() + word.slice(1));
