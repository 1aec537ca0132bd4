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

/** @typedef {{ id: string, title: string, description: string, ticket: string, row?: Notification }} Toast */

/**
 * What just came, for a while: it stays in the inbox. And what was not sent once its ticket was left: it stays there. Nothing goes
 * while somebody points at it or is in it.
 */
export class ToastList extends View {
  static properties = { desk: { attribute: false }, toasts: { state: true } };

  constructor() {
    super();
    /** @type {Desk} */
    this.desk;
    /** @type {Toast[]} */
    this.toasts = [];
  }

  connectedCallback() {
    super.connectedCallback();
    const { inbox, unsent } = this.desk;
    this.onLeaving(
      inbox.on('announced', (row) => this._show({ ...row, ticket: row.conversation_uuid, row })),
      unsent.on('failed', ({ uuid, isNote, problem }) =>
        this._show({
          id: crypto.randomUUID(),
          title: `Your ${isNote ? 'note' : 'reply'} is still here`,
          description: problem,
          ticket: uuid,
        }),
      ),
    );
  }

  /** @param {Toast} toast */
  _show(toast) {
    this.toasts = [...this.toasts, toast].slice(-MOST);
    this._hideLater(toast);
  }

  /** @param {Toast} toast */
  _hideLater(toast) {
    setTimeout(() => (this.matches(':hover, :focus-within') ? this._hideLater(toast) : this._hide(toast)), SHOWN_FOR);
  }

  /** @param {Toast} toast */
  _hide(toast) {
    this.toasts = this.toasts.filter((other) => other.id !== toast.id);
  }

  /** @param {Toast} toast */
  _take(toast) {
    this._hide(toast);
    if (toast.row) {
      unimportant(this.desk.inbox.read(toast.row));
    }
  }

  render() {
    return html`<section class="toasts" aria-label="New notifications" aria-live="polite">
      ${repeat(
        this.toasts,
        (toast) => toast.id,
        (toast) => html`<div class=${toast.row ? 'toast' : 'toast failed'}>
          <a href=${ticketAddress(toast.ticket)} @click=${() => this._take(toast)}>
            <strong>${toast.title}</strong><span>${toast.description}</span>
          </a>
          <button type="button" class="button quiet square" aria-label="Dismiss" @click=${() => this._hide(toast)}>${close}</button>
        </div>`,
      )}
    </section>`;
  }
}

customElements.define('toast-list', ToastList);
