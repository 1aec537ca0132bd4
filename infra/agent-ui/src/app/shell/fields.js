import { html } from 'lit';
import { live } from 'lit/directives/live.js';
import { repeat } from 'lit/directives/repeat.js';

/**
 * A labelled choice of one. What is shown is what is chosen, also after a choice was refused.
 *
 * @template {string | number} Id
 * @param {string} label
 * @param {{ id: Id | '', name: string }[]} options
 * @param {Id | ''} chosen
 * @param {(id: string) => void} change
 */
export const choice = (label, options, chosen, change) =>
  html`<label class="field"
    >${label}<select .value=${live(String(chosen))} @change=${(/** @type {Event} */ event) => change(valueOf(event))}>
      ${repeat(
        options,
        ({ id }) => id,
        ({ id, name }) => html`<option value=${id} ?selected=${id === chosen}>${name}</option>`,
      )}
    </select></label
  >`;

/**
 * A labelled box to tick.
 *
 * @param {unknown} label
 * @param {boolean} checked
 * @param {(checked: boolean) => void} change
 */
export const tick = (label, checked, change) =>
  html`<label class="check"
    ><input
      type="checkbox"
      .checked=${live(checked)}
      @change=${(/** @type {Event} */ event) => change(/** @type {HTMLInputElement} */ (event.target).checked)}
    />${label}</label
  >`;

/** @param {Event} event */
export const valueOf = (event) => /** @type {HTMLInputElement | HTMLSelectElement} */ (event.target).value;
