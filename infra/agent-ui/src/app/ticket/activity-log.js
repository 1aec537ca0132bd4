import { html, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { failure, loading } from '../shell/states.js';
import '../shell/time-ago.js';
import { View } from '../shell/view.js';
import { sentence } from './activity-words.js';

/**
 * @import { Activity, OpenedConversation } from '../../client/wire.js'
 * @import { Desk } from '../shell/desk.js'
 */

/** What happened to a ticket, newest first, fetched once somebody wants to see it. */
export class ActivityLog extends View {
  static properties = {
    desk: { attribute: false },
    ticket: { attribute: false },
    activities: { state: true },
    failed: { state: true },
  };

  constructor() {
    super();
    /** @type {Desk} */
    this.desk;
    /** @type {OpenedConversation} */
    this.ticket;
    /** @type {Activity[] | null} */
    this.activities = null;
    /** @type {unknown} */
    this.failed = null;
    this._pages = 0;
    this._isOpen = false;
    this._hasMore = false;
  }

  /** @param {import('lit').PropertyValues<this>} changed */
  willUpdate(changed) {
    if (changed.has('ticket') && this._isOpen) {
      this._load(1);
    }
  }

  /** @param {number} page */
  async _load(page) {
    try {
      const { results, total_pages: pages } = await this.desk.api.activities(this.ticket.uuid, page);
      this._take(results, page);
      this._hasMore = this._pages < pages;
      this.failed = null;
    } catch (failed) {
      this.failed = failed;
    }
  }

  /**
   * Each once: a page may come twice, and begins with some of the one before when something happened since. What was fetched of
   * older pages stays when the first comes again, unless so much happened that it does not reach them.
   *
   * @param {Activity[]} results
   * @param {number} page
   */
  _take(results, page) {
    const known = this.activities ?? /** @type {Activity[]} */ ([]);
    const ids = new Set(results.map(({ id }) => id));
    const at = known.findIndex(({ id }) => ids.has(id));
    if (page === 1 && at < 0) {
      this.activities = results;
      this._pages = 1;
    } else {
      const from = at < 0 ? known.length : at;
      this.activities = [...known.slice(0, from), ...results, ...known.slice(from).filter(({ id }) => !ids.has(id))];
      this._pages = Math.max(this._pages, page);
    }
  }

  /** @param {Event} event */
  _toggled(event) {
    this._isOpen = /** @type {HTMLDetailsElement} */ (event.target).open;
    if (this._isOpen) {
      this._load(1);
    }
  }

  render() {
    return html`<details class="card" @toggle=${this._toggled}>
      <summary><h2>Activity</h2></summary>
      ${this._content()}
    </details>`;
  }

  _content() {
    if (this.failed) return failure(this.failed, () => this._load(1));
    if (!this.activities) return this._isOpen ? loading('the activity') : nothing;
    return html`<ol class="activities" aria-label="Activity">
        ${repeat(
          this.activities,
          ({ id }) => id,
          (activity) => html`<li>
            ${sentence(activity)}
            <time-ago .time=${activity.created_at}></time-ago>
          </li>`,
        )}
      </ol>
      ${this._hasMore
        ? html`<button type="button" class="button" @click=${() => this._load(this._pages + 1)}>Show older</button>`
        : nothing}`;
  }
}

customElements.define('activity-log', ActivityLog);
