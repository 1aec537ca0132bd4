import { html } from 'lit';
import { fullTime } from '../shell/format.js';
import { bell, muted } from '../shell/icons.js';
import { View } from '../shell/view.js';
import { isForGood, MUTES } from './mute.js';

/** Silences a ticket for oneself, or ends that. Tells `mute` with until when, or null. */
export class MuteMenu extends View {
  static properties = { until: {} };

  constructor() {
    super();
    /** @type {string | null} */
    this.until = null;
  }

  /** @param {string | null} until */
  _mute(until) {
    this.querySelector('details')?.removeAttribute('open');
    this.dispatchEvent(new CustomEvent('mute', { detail: until }));
  }

  /** @param {KeyboardEvent} event */
  _keys(event) {
    const menu = this.querySelector('details');
    if (event.key === 'Escape' && menu?.open) {
      menu.open = false;
      this.querySelector('summary')?.focus();
    }
  }

  /** @param {FocusEvent} event */
  _left(event) {
    if (!this.contains(/** @type {Node | null} */ (event.relatedTarget))) {
      this.querySelector('details')?.removeAttribute('open');
    }
  }

  render() {
    return this.until
      ? html`<button type="button" class="button" title=${this._untilWhen(this.until)} @click=${() => this._mute(null)}>
          ${bell}Unmute<span class="hidden"> (${this._untilWhen(this.until)})</span>
        </button>`
      : html`<details class="menu" @keydown=${this._keys} @focusout=${this._left}>
          <summary class="button">${muted}Mute</summary>
          <div class="menu-items">
            ${MUTES.map(
              ([text, until]) => html`<button type="button" class="button quiet" @click=${() => this._mute(until())}>
                ${text}
              </button>`,
            )}
          </div>
        </details>`;
  }

  /** @param {string} until */
  _untilWhen(until) {
    return isForGood(until) ? 'muted for good' : `muted until ${fullTime(until)}`;
  }
}

customElements.define('mute-menu', MuteMenu);
