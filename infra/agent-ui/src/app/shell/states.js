import { html, nothing } from 'lit';
import { Problem } from '../../client/problem.js';
import { alert } from './icons.js';

/**
 * Something is on its way.
 *
 * @param {string} what
 */
export const loading = (what) => html`<p class="state" role="status"><span class="spinner"></span>Loading ${what}…</p>`;

/**
 * There is nothing, and why that is so.
 *
 * @param {unknown} icon
 * @param {string} title
 * @param {unknown} text
 */
export const empty = (icon, title, text = nothing) =>
  html`<div class="state empty">${icon}<p class="state-title">${title}</p><p>${text}</p></div>`;

/**
 * Something failed, and what to do about it.
 *
 * @param {unknown} failed
 * @param {() => void} retry
 */
export const failure = (failed, retry) =>
  html`<div class="state failed" role="alert">
    ${alert}
    <p class="state-title">${failed instanceof Problem && failed.isOffline ? 'You are offline' : 'That did not work'}</p>
    <p>${reason(failed)}</p>
    <button type="button" class="button" @click=${retry}>Try again</button>
  </div>`;

/**
 * What is shown may be old, and why; nothing while that is not so.
 *
 * @param {unknown} failed
 * @param {() => void} retry
 */
export const stale = (failed, retry) =>
  html`<div role="status">
    ${failed
      ? html`<p class="notice stale">
          Not up to date: ${reason(failed)}
          <button type="button" class="button small" @click=${retry}>Try now</button>
        </p>`
      : nothing}
  </div>`;

/**
 * Why, for people.
 *
 * @param {unknown} failed
 */
export const reason = (failed) =>
  failed instanceof Problem ? failed.message : 'Something unexpected happened. Try again, or load the page anew.';
