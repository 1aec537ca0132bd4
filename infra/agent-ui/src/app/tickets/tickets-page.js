import { html, nothing } from 'lit';
import { live } from 'lit/directives/live.js';
import { repeat } from 'lit/directives/repeat.js';
import { choice, tick, valueOf } from '../shell/fields.js';
import { capital, plural } from '../shell/format.js';
import { back, forward, tickets as ticketsIcon } from '../shell/icons.js';
import { fullName } from '../shell/people.js';
import { Refresh } from '../shell/refresh.js';
import { empty, failure, loading, stale } from '../shell/states.js';
import { View } from '../shell/view.js';
import { CHANNELS, PRIORITIES, STATUSES } from '../shell/words.js';
import { addressWith, ANY_STATUS, filterOf, isFiltered, pageOf } from './filters.js';
import { ticketRow } from './ticket-row.js';

/**
 * @import { Conversation, Named, Page, ServerFrame, Team } from '../../client/wire.js'
 * @import { Desk } from '../shell/desk.js'
 */

/** How long frames are gathered before the list is fetched anew, in milliseconds. */
const PAUSE = 400;

/** The option that leaves nothing out. */
const ANY = { id: '', name: 'Any' };

/** @param {readonly string[]} names */
const words = (names) => names.map((name) => ({ id: name, name: capital(name) }));

/** The tickets that somebody sees, filtered, a page at a time, kept up by the socket. */
export class TicketsPage extends View {
  static properties = {
    desk: { attribute: false },
    query: { attribute: false },
    page: { state: true },
    failed: { state: true },
    inboxes: { state: true },
    teams: { state: true },
    unnamed: { state: true },
  };

  constructor() {
    super();
    /** @type {Desk} */
    this.desk;
    this.query = new URLSearchParams();
    /** @type {Page<Conversation> | null} */
    this.page = null;
    /** @type {unknown} */
    this.failed = null;
    /** @type {Named[]} */
    this.inboxes = [];
    /** @type {Team[]} */
    this.teams = [];
    /** Why inboxes and teams are not named. @type {unknown} */
    this.unnamed = null;
    this._list = new Refresh(
      () => this.desk.api.conversations(filterOf(this.query)),
      (page) => this._listed(page),
      (failed) => {
        this.failed = failed;
        this._tryAgain(this._list, failed);
      },
      PAUSE,
    );
    this._names = new Refresh(
      () => Promise.all([this.desk.api.inboxes(), this.desk.api.teams()]),
      ([inboxes, teams]) => this._named(inboxes.results, teams.results),
      (failed) => {
        this.unnamed = failed;
        this._tryAgain(this._names, failed);
      },
      PAUSE,
    );
  }

  connectedCallback() {
    super.connectedCallback();
    this.onLeaving(
      this.desk.socket.on('frame', (frame) => this._heard(frame)),
      this.desk.socket.on('connected', () => this._connected()),
      () => this._list.stop(),
      () => this._names.stop(),
    );
    this._names.now();
  }

  _connected() {
    this._list.soon();
    if (this.unnamed) {
      this._names.soon();
    }
  }

  /** @param {Refresh<any>} part @param {unknown} failed */
  _tryAgain(part, failed) {
    if (this.isConnected && this.desk.triesAgain(failed)) {
      part.again();
    }
  }

  _tryNow() {
    this._list.now();
    if (this.unnamed) {
      this._names.now();
    }
  }

  /** @param {Named[]} inboxes @param {Team[]} teams */
  _named(inboxes, teams) {
    this.inboxes = inboxes;
    this.teams = teams;
    this.unnamed = null;
  }

  /** @param {import('lit').PropertyValues<this>} changed */
  willUpdate(changed) {
    if (changed.has('query')) {
      this.page = null;
      this.failed = null;
      this._list.anew();
    }
  }

  /**
   * A page behind the last, since tickets left the list, leads to the last.
   *
   * @param {Page<Conversation>} page
   */
  _listed(page) {
    if (page.total_pages > 0 && pageOf(this.query) > page.total_pages) {
      location.replace(this._page(page.total_pages));
      return;
    }
    page.results.forEach((ticket) => this.desk.people.learn(ticket.customer));
    this.page = page;
    this.failed = null;
  }

  /** @param {ServerFrame} frame */
  _heard(frame) {
    if (['new_message', 'conversation_update', 'participants_update', 'new_notification'].includes(frame.type)) {
      this._list.soon();
    }
  }

  /** @param {Record<string, string>} changes */
  _change(changes) {
    location.hash = addressWith(this.query, changes);
  }

  render() {
    return html`<div class="page">
      <div class="page-head">
        <h1>Tickets</h1>
        <p role="status" class="faint">${this.page ? plural(this.page.total, 'ticket') : nothing}</p>
      </div>
      ${this._filters()} ${this._tickets()}
    </div>`;
  }

  _filters() {
    const agents = this.desk.people.agents.map((agent) => ({ id: agent.id, name: fullName(agent) }));
    return html`<form class="filters" aria-label="Filter" @submit=${(/** @type {Event} */ event) => event.preventDefault()}>
      ${this._choice('status', 'Status', [{ id: '', name: 'Not closed' }, ...words(STATUSES), { id: ANY_STATUS, name: 'Any' }])}
      ${this._choice('priority', 'Priority', [ANY, ...words(PRIORITIES)])}
      ${this._choice('channel', 'Channel', [ANY, ...words(CHANNELS)])} ${this._choice('inbox', 'Inbox', [ANY, ...this.inboxes])}
      ${this._choice('assignee', 'Assignee', [ANY, ...agents])}
      <label class="field"
        >Tag<input
          .value=${live(this.query.get('tags') ?? '')}
          placeholder="Any"
          @change=${(/** @type {Event} */ event) => this._change({ tags: valueOf(event).trim() })}
      /></label>
      ${tick('Only show tickets I follow', this.query.get('following') === 'true', (checked) =>
        this._change({ following: checked ? 'true' : '' }),
      )}
      ${isFiltered(this.query) ? html`<a class="button quiet" href="#/tickets">Clear filters</a>` : nothing}
    </form>`;
  }

  /**
   * What the address asks for is shown though it is not offered: several at once, somebody who is active no longer.
   *
   * @param {string} name
   * @param {string} label
   * @param {{ id: number | string, name: string }[]} options
   */
  _choice(name, label, options) {
    const chosen = this.query.get(name) ?? '';
    const texts = options.map((option) => ({ ...option, id: String(option.id) }));
    const all = texts.some(({ id }) => id === chosen) ? texts : [...texts, { id: chosen, name: this._nameOf(name, chosen) }];
    return choice(label, all, chosen, (id) => this._change({ [name]: id }));
  }

  /** @param {string} name @param {string} chosen */
  _nameOf(name, chosen) {
    return name === 'assignee' && Number(chosen) ? this.desk.people.name(Number(chosen)) : capital(chosen);
  }

  _tickets() {
    if (!this.page) return this.failed ? failure(this.failed, () => this._tryNow()) : loading('tickets');
    return html`${stale(this.failed ?? this.unnamed, () => this._tryNow())}
    ${this.page.results.length === 0 ? this._nothing() : this._rows(this.page)}`;
  }

  /** @param {Page<Conversation>} page */
  _rows(page) {
    return html`<ul class="ticket-list" aria-label="Tickets">
        ${repeat(
          page.results,
          (ticket) => ticket.uuid,
          (ticket) => ticketRow(ticket, this.desk.people, this.teams),
        )}
      </ul>
      ${this._paging(page.total_pages)}`;
  }

  _nothing() {
    return isFiltered(this.query)
      ? empty(ticketsIcon, 'No ticket is like that', html`<a href="#/tickets">Clear the filters</a> to see all that are not closed.`)
      : empty(
          ticketsIcon,
          'No tickets to work on',
          html`What is assigned to you or your team, and what you follow, is listed here until it is closed.
            <a href="#/tickets?status=closed">Closed tickets</a>`,
        );
  }

  /** @param {number} pages */
  _paging(pages) {
    const page = pageOf(this.query);
    return pages <= 1
      ? nothing
      : html`<nav class="paging" aria-label="Pages">
          ${page > 1 ? html`<a class="button" href=${this._page(page - 1)}>${back}Newer</a>` : html`<span></span>`}
          <span>Page ${page} of ${pages}</span>
          ${page < pages ? html`<a class="button" href=${this._page(page + 1)}>Older${forward}</a>` : html`<span></span>`}
        </nav>`;
  }

  /** @param {number} page */
  _page(page) {
    return addressWith(this.query, { page: page > 1 ? String(page) : '' });
  }
}

customElements.define('tickets-page', TicketsPage);
