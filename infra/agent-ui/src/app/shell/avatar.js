import { html } from 'lit';
import { fullName } from './people.js';

/** @import { Brief } from '../../client/wire.js' */

const HUES = 6;

/**
 * Somebody's picture, or their initials in a colour of their own. The name is said beside it.
 *
 * @param {Brief & { avatar_url?: string | null }} person
 */
export function avatar(person) {
  if (person.avatar_url?.startsWith('https://')) {
    return html`<img class="avatar" src=${person.avatar_url} alt="" loading="lazy" />`;
  }
  const initials = fullName(person)
    .split(/\s+/u)
    .map((word) => [...word][0] ?? '')
    .filter((_, at, all) => at === 0 || at === all.length - 1)
    .join('')
    .toUpperCase();
  return html`<span class="avatar hue-${person.id % HUES}" aria-hidden="true">${initials}</span>`;
}
