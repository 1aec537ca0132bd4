import { html } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { unimportant } from '../../client/problem.js';
import { close } from '../shell/icons.js';
import { ticketAddress } from '../shell/router.js';
import { View } from '../shell/view.js';

/**
 * @import { Notification } from '../../client/wire.js'
 * @import { Desk } from '../shell/desk.js'
 */

const MOST = 4;
const SHOWN_FOR = 12_000;

/** What just came, for a while: it stays in the inbox. Nothing goes while somebody points at it or is in it. */
export class ToastList extends View {
  static properties = { desk: { attribute: false }, toasts: { state: true } };

  constructor() {
    super();
    /** @type {Desk} */
    this.desk;
    /** @type {Notification[]} */
    this.toasts = [];
  }

  connectedCallback() {
    super.connectedCallback();
    this.onLeaving(this.desk.inbox.on('announced', (row) => this._show(row)));
  }

  /** @param {Notification} row */
  _show(row) {
    this.toasts = [...this.toasts, row].slice(-MOST);
    this._hideLater(row);
  }

  /** @param {Notification} row */
  _hideLater(row) {
    setTimeout(() => (this.matches(':hover, :focus-within') ? this._hideLater(row) : this._hide(row)), SHOWN_FOR);
  }

  /** @param {Notification} row */
  _hide(row) {
    this.toasts = this.toasts.filter((other) => other.id !== row.id);
  }

  /** @param {Notification} row */
  _take(row) {
    this._hide(row);
    unimportant(this.desk.inbox.read(row));
  }

  render() {
    return html`<section class="toasts" aria-label="New notifications" aria-live="polite">
      ${repeat(
        this.toasts,
        (row) => row.id,
        (row) => html`<div class="toast">
          <a href=${ticketAddress(row.conversation_uuid)} @click=${() => this._take(row)}>
            <strong>${row.title}</strong><span>${row.description}</span>
          </a>
          <button type="button" class="button quiet square" aria-label="Dismiss" @click=${() => this._hide(row)}>${close}</button>
        </div>`,
      )}
    </section>`;
  }
}

customElements.define('toast-list', ToastList);
