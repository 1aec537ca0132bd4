import { html, nothing } from 'lit';
import { Problem } from '../../client/problem.js';
import { Thread } from '../../client/thread.js';
import '../followers/followers-panel.js';
import { capital } from '../shell/format.js';
import { back, check, lock, plus } from '../shell/icons.js';
import { fullName } from '../shell/people.js';
import { Refresh } from '../shell/refresh.js';
import { empty, failure, loading, reason, stale } from '../shell/states.js';
import { View } from '../shell/view.js';
import './activity-log.js';
import './mute-menu.js';
import { presence } from './presence.js';
import './ticket-details.js';
import './thread-view.js';

/**
 * @import { Action, OpenedConversation, Participant, ServerFrame, Viewer } from '../../client/wire.js'
 * @import { Desk } from '../shell/desk.js'
 */

/** How long frames that may change what one may do are gathered before the ticket is fetched anew, in milliseconds. */
const PAUSE = 250;

/** One ticket: what was said, who follows it, what happened to it. Tells `shown` with its number and subject, empty without. */
export class TicketPage extends View {
  static properties = {
    desk: { attribute: false },
    uuid: {},
    ticket: { state: true },
    participants: { state: true },
    viewers: { state: true },
    failed: { state: true },
    news: { state: true },
    busy: { state: true },
  };

  constructor() {
    super();
    /** @type {Desk} */
    this.desk;
    this.uuid = '';
    /** @type {OpenedConversation | null} */
    this.ticket = null;
    /** @type {Participant[]} */
    this.participants = [];
    /** Heard of perhaps before the ticket is there. @type {Viewer[]} */
    this.viewers = [];
    /** @type {unknown} */
    this.failed = null;
    this.news = '';
    this.busy = false;
    /** @type {Thread | null} */
    this.thread = null;
    this._all = new Refresh(
      () => this._fetch(),
      ([ticket, participants]) => this._fetched(ticket, participants),
      (failed) => this._lost(failed),
      PAUSE,
    );
  }

  connectedCallback() {
    super.connectedCallback();
    const check = () => document.visibilityState === 'visible' && this._all.now();
    document.addEventListener('visibilitychange', check);
    this.onLeaving(
      this.desk.socket.on('frame', (frame) => this._heard(frame)),
      this.desk.socket.on('connected', () => this._all.now()),
      () => this.desk.socket.unwatch(),
      () => document.removeEventListener('visibilitychange', check),
      () => this._all.stop(),
    );
  }

  /** @param {import('lit').PropertyValues<this>} changed */
  willUpdate(changed) {
    if (changed.has('uuid')) {
      this.ticket = null;
      this.viewers = [];
      this.failed = null;
      this.news = '';
      this.busy = false;
      this.thread = new Thread(this.desk.api, this.uuid);
      this.desk.socket.watch(this.uuid);
      this._all.anew();
    }
  }

  /** @param {import('lit').PropertyValues<this>} changed */
  updated(changed) {
    if (changed.has('ticket')) {
      const detail = this.ticket ? `#${this.ticket.reference_number} ${this.ticket.subject}` : '';
      this.dispatchEvent(new CustomEvent('shown', { detail }));
    }
  }

  _fetch() {
    const { api } = this.desk;
    return Promise.all([api.conversation(this.uuid), api.participants(this.uuid), this.thread?.catchUp()]);
  }

  /** @param {OpenedConversation} ticket @param {Participant[]} participants */
  _fetched(ticket, participants) {
    this.desk.people.learn(ticket.customer, ...participants);
    this.ticket = ticket;
    this.participants = participants;
    this.failed = null;
  }

  /**
   * What is shown stays, unless it may be shown no longer, and neither may what was told of it.
   *
   * @param {unknown} failed
   */
  _lost(failed) {
    const wasGone = isGone(this.failed);
    this.failed = failed;
    if (isGone(failed)) {
      this.ticket = null;
      if (!wasGone) {
        this.desk.inbox.refresh();
      }
    } else if (this.isConnected && this.desk.triesAgain(failed)) {
      this._all.again();
    }
  }

  /** @param {ServerFrame} frame */
  _heard(frame) {
    if (frame.type === 'new_message') {
      this.thread?.accept(frame.data);
    } else if (frame.type === 'conversation_subscribed' && frame.data.conversation_uuid === this.uuid) {
      this._all.now();
    } else if (frame.type === 'conversation_update' && frame.data.uuid === this.uuid && this.ticket) {
      this.ticket = { ...this.ticket, ...frame.data };
      this._all.soon();
    } else if (frame.type === 'participants_update' && frame.data.conversation_uuid === this.uuid) {
      this.participants = frame.data.participants;
      this._all.soon();
    } else if (frame.type === 'presence_update' && frame.data.conversation_uuid === this.uuid) {
      this.viewers = frame.data.viewers.filter(({ user_id: user }) => user !== this.desk.me);
    }
  }

  /**
   * Whoever has gone on to another ticket is not told there.
   *
   * @param {() => Promise<unknown>} step
   * @param {string} [done]
   */
  async _do(step, done = '') {
    const { uuid } = this;
    this.busy = true;
    const news = await step().then(() => done, reason);
    if (uuid === this.uuid) {
      this.news = news;
      this.busy = false;
      await this._all.now();
    }
  }

  _toggleFollow() {
    const { api } = this.desk;
    return this.ticket?.mine.follows
      ? this._do(() => api.unfollow(this.uuid), 'You no longer follow this ticket.')
      : this._do(() => api.follow(this.uuid), 'You follow this ticket.');
  }

  /** @param {Action} action */
  _may(action) {
    return this.ticket?.mine.may.includes(action) ?? false;
  }

  render() {
    if (this.ticket && this.thread) return this._shown(this.ticket, this.thread);
    return html`<div class="page">
      <a class="back" href="#/tickets">${back}Tickets</a>
      <h1 class="hidden">Ticket</h1>
      ${this.failed ? this._gone() : loading('the ticket')}
    </div>`;
  }

  _gone() {
    return isGone(this.failed)
      ? html`<div role="status">
          ${empty(lock, 'You do not see this ticket', 'It is not yours, you do not follow it, or it is gone.')}
        </div>`
      : failure(this.failed, () => this._all.now());
  }

  /** @param {OpenedConversation} ticket @param {Thread} thread */
  _shown(ticket, thread) {
    return html`<div class="page ticket">
      <a class="back" href="#/tickets">${back}Tickets</a>
      <header class="ticket-head">
        <div>
          <h1><span class="reference">#${ticket.reference_number}</span> ${ticket.subject}</h1>
          <p class="faint">
            ${fullName(ticket.customer)}${ticket.customer.email ? html` · ${ticket.customer.email}` : nothing} ·
            ${capital(ticket.channel)}
            ${ticket.tags.map((tag) => html`<span class="tag">${tag}</span>`)}
          </p>
          ${presence(this.viewers)}
        </div>
        <div class="actions">${this._follow(ticket)}${this._muting(ticket)}</div>
      </header>
      <p role="status" class="news">${this.news}</p>
      ${stale(this.failed, () => this._all.now())}
      <div class="columns">
        <thread-view .desk=${this.desk} .thread=${thread} .ticket=${ticket}></thread-view>
        <aside aria-label="About this ticket">
          <followers-panel
            .desk=${this.desk}
            .ticket=${ticket}
            .participants=${this.participants}
            @changed=${(/** @type {CustomEvent<Participant[]>} */ event) => this._followersChanged(ticket.uuid, event.detail)}
          ></followers-panel>
          <ticket-details
            .desk=${this.desk}
            .ticket=${ticket}
            .change=${(/** @type {() => Promise<unknown>} */ call) => this._do(call, 'Changed.')}
          ></ticket-details>
          ${this._may('read_log') ? html`<activity-log .desk=${this.desk} .ticket=${ticket}></activity-log>` : nothing}
        </aside>
      </div>
    </div>`;
  }

  /**
   * The panel of the ticket before is gone, and may still hear what became of its last clicks.
   *
   * @param {string} uuid
   * @param {Participant[]} participants
   */
  _followersChanged(uuid, participants) {
    if (uuid === this.uuid) {
      this.participants = participants;
      this._all.now();
    }
  }

  /** @param {OpenedConversation} ticket */
  _follow(ticket) {
    if (ticket.assigned_user_id === this.desk.me) {
      return html`<span class="faint">Assigned to you</span>`;
    }
    const { follows } = ticket.mine;
    return follows || this._may('follow')
      ? html`<button
          type="button"
          class=${follows ? 'button' : 'button primary'}
          ?disabled=${this.busy}
          @click=${this._toggleFollow}
        >
          ${follows ? html`${check}Unfollow` : html`${plus}Follow`}
        </button>`
      : nothing;
  }

  /** @param {OpenedConversation} ticket */
  _muting(ticket) {
    return this._may('mute')
      ? html`<mute-menu
          .until=${ticket.mine.muted_until}
          @mute=${(/** @type {CustomEvent<string | null>} */ event) =>
            this._do(() => this.desk.api.mute(this.uuid, event.detail), event.detail ? 'Muted.' : 'You hear of it again.')}
        ></mute-menu>`
      : nothing;
  }
}

/** @param {unknown} failed */
const isGone = (failed) => failed instanceof Problem && failed.status === 404;

customElements.define('ticket-page', TicketPage);
