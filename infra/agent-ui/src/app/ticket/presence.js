import { html, nothing } from 'lit';
import { and } from '../shell/format.js';

/** @import { Viewer } from '../../client/wire.js' */

/**
 * Who else has the ticket open.
 *
 * @param {Viewer[]} others
 */
export function presence(others) {
  const names = others.map(({ first_name: name }) => name);
  return html`<p class="presence" role="status">
    ${names.length === 0
      ? nothing
      : html`<span class="dot" aria-hidden="true"></span>${and(names)} ${names.length === 1 ? 'is' : 'are'} viewing this ticket`}
  </p>`;
}
