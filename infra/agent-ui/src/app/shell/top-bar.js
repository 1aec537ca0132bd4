import { html, nothing } from 'lit';
import { avatar } from './avatar.js';
import { count, plural } from './format.js';
import { bell, settings, signOut, tickets } from './icons.js';
import { reason } from './states.js';
import { View } from './view.js';

/** @import { Desk } from './desk.js' */

/** The head of every page: where one can go, what is unread, and whether that is up to date. */
export class TopBar extends View {
  static properties = { desk: { attribute: false }, page: {} };

  constructor() {
    super();
    /** @type {Desk} */
    this.desk;
    this.page = 'tickets';
  }

  connectedCallback() {
    super.connectedCallback();
    const show = () => this.requestUpdate();
    this.onLeaving(this.desk.inbox.on('changed', show), this.desk.socket.on('state', show));
  }

  render() {
    const me = this.desk.people.find(this.desk.me);
    return html`<header class="top-bar">
        <a class="brand" href="#/tickets"><span class="brand-mark" aria-hidden="true"></span><span class="wide">Tagalong</span></a>
        <nav aria-label="Main">
          ${this._link('#/tickets', tickets, 'Tickets', this.page === 'tickets' || this.page === 'ticket')}
          ${this._link('#/inbox', bell, 'Notifications', this.page === 'inbox', this._unread())}
          ${this._link('#/settings', settings, 'Settings', this.page === 'settings')}
        </nav>
        <span class="me">${avatar(me)}<span class="wide">${me.first_name}</span></span>
        <button type="button" class="button quiet square" aria-label="Sign out" title="Sign out" @click=${this._signOut}>
          ${signOut}
        </button>
      </header>
      ${this._connection()}`;
  }

  /**
   * @param {string} address
   * @param {unknown} icon
   * @param {string} text
   * @param {boolean} current
   * @param {unknown} [extra]
   */
  _link(address, icon, text, current, extra = nothing) {
    return html`<a href=${address} aria-current=${current ? 'page' : nothing}
      >${icon}<span class="label">${text}</span>${extra}</a
    >`;
  }

  _unread() {
    const { unread } = this.desk.inbox;
    return unread === 0
      ? nothing
      : html`<span class="count" data-unread=${unread}
          ><span aria-hidden="true">${unread > 99 ? '99+' : count(unread)}</span
          ><span class="hidden">, ${plural(unread, 'unread', 'unread')}</span></span
        >`;
  }

  _connection() {
    const { socket, inbox } = this.desk;
    return html`<div role="status" class="connection">
      ${socket.state === 'waiting'
        ? this._lost('Not connected: what is new comes once you are back.', () => socket.open())
        : inbox.problem
          ? this._lost(`Your notifications are not up to date: ${reason(inbox.problem)}`, () => inbox.catchUp())
          : nothing}
    </div>`;
  }

  /** @param {string} text @param {() => void} retry */
  _lost(text, retry) {
    return html`<p>
      ${text}
      <button type="button" class="button small" @click=${retry}>Try now</button>
    </p>`;
  }

  _signOut() {
    this.dispatchEvent(new CustomEvent('sign-out'));
  }
}

customElements.define('top-bar', TopBar);
