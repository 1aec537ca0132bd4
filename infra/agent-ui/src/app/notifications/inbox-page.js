import { html, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { unimportant } from '../../client/problem.js';
import { tick } from '../shell/fields.js';
import { plural } from '../shell/format.js';
import { bell, check, close, muted } from '../shell/icons.js';
import { ticketAddress } from '../shell/router.js';
import { empty, failure, loading, reason } from '../shell/states.js';
import '../shell/time-ago.js';
import { View } from '../shell/view.js';
import { forGood } from '../ticket/mute.js';
import { REASONS } from './reasons.js';

/**
 * @import { Notification } from '../../client/wire.js'
 * @import { Desk } from '../shell/desk.js'
 */

/** Everything that somebody was told, and why. */
export class InboxPage extends View {
  static properties = { desk: { attribute: false }, unreadOnly: { state: true }, news: { state: true } };

  constructor() {
    super();
    /** @type {Desk} */
    this.desk;
    this.unreadOnly = false;
    /** What the last click came to. */
    this.news = '';
  }

  connectedCallback() {
    super.connectedCallback();
    const { inbox } = this.desk;
    this.onLeaving(inbox.on('changed', () => this.requestUpdate()));
    if (inbox.loaded) {
      inbox.catchUp();
    }
  }

  /** @param {() => Promise<unknown>} step @param {string} done */
  async _do(step, done) {
    try {
      await step();
      this.news = done;
    } catch (failed) {
      this.news = reason(failed);
    }
  }

  /** @param {Notification} row */
  _mute(row) {
    return this._do(() => this.desk.api.mute(row.conversation_uuid, forGood()), 'Muted: you hear no more of this ticket.');
  }

  render() {
    const { inbox } = this.desk;
    return html`<div class="page narrow">
      <div class="page-head">
        <h1>Notifications</h1>
        <p class="faint">${plural(inbox.unread, 'unread', 'unread')}</p>
        <button
          type="button"
          class="button"
          ?disabled=${inbox.unread === 0}
          @click=${() => this._do(() => inbox.readAll(), 'All are read.')}
        >
          ${check}Mark all as read
        </button>
      </div>
      ${tick('Only show unread', this.unreadOnly, (checked) => (this.unreadOnly = checked))}
      <p role="status" class="news">${this.news}</p>
      ${this._rows()}
    </div>`;
  }

  _rows() {
    const { inbox } = this.desk;
    const rows = inbox.rows.filter((row) => !this.unreadOnly || !row.read_at);
    if (!inbox.loaded) return inbox.problem ? failure(inbox.problem, () => inbox.catchUp()) : loading('notifications');
    if (rows.length === 0) {
      return this.unreadOnly && inbox.rows.length > 0
        ? empty(check, 'All read', 'Nothing is waiting for you.')
        : empty(bell, 'Nothing yet', 'When somebody adds you, mentions you or writes where you follow, it is listed here.');
    }
    return html`<ul class="notifications" aria-label="Notifications">
      ${repeat(rows, (row) => row.id, (row) => this._row(row))}
    </ul>`;
  }

  /** @param {Notification} row */
  _row(row) {
    const { inbox } = this.desk;
    return html`<li class=${row.read_at ? 'notification' : 'notification unread'}>
      <a href=${ticketAddress(row.conversation_uuid)} @click=${() => unimportant(inbox.read(row))}>
        ${row.read_at ? nothing : html`<span class="hidden">Unread: </span>`}<strong>${row.title}</strong>
        <span class="description">${row.description}</span>
      </a>
      <span class="about">
        <span class="badge">${REASONS[row.reason]}</span>
        <time-ago .time=${row.created_at}></time-ago>
      </span>
      <span class="row-actions">
        ${row.read_at
          ? nothing
          : html`<button
              type="button"
              class="button quiet square"
              aria-label="Mark as read: ${row.title}"
              title="Mark as read"
              @click=${() => this._do(() => inbox.read(row), 'Read.')}
            >
              ${check}
            </button>`}
        <button
          type="button"
          class="button quiet square"
          aria-label="Mute the ticket of: ${row.title}"
          title="Mute this ticket"
          @click=${() => this._mute(row)}
        >
          ${muted}
        </button>
        <button
          type="button"
          class="button quiet square"
          aria-label="Remove: ${row.title}"
          title="Remove"
          @click=${() => this._do(() => inbox.remove(row), 'Removed.')}
        >
          ${close}
        </button>
      </span>
    </li>`;
  }
}

customElements.define('inbox-page', InboxPage);
