import { html, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { FollowerChanges } from '../../client/follower-changes.js';
import { avatar } from '../shell/avatar.js';
import { count, plural } from '../shell/format.js';
import { close, eye, plus } from '../shell/icons.js';
import { fullName } from '../shell/people.js';
import { reason } from '../shell/states.js';
import { View } from '../shell/view.js';
import './follower-picker.js';

/**
 * @import { OpenedConversation, Participant } from '../../client/wire.js'
 * @import { Desk } from '../shell/desk.js'
 */

/** Who follows a ticket; whoever may brings others in or takes them out. Tells `changed` with the list. */
export class FollowersPanel extends View {
  static properties = {
    desk: { attribute: false },
    ticket: { attribute: false },
    participants: { attribute: false },
    isPicking: { state: true },
    leaving: { state: true },
    news: { state: true },
  };

  constructor() {
    super();
    /** @type {Desk} */
    this.desk;
    /** @type {OpenedConversation} */
    this.ticket;
    /** @type {Participant[]} */
    this.participants = [];
    this.isPicking = false;
    /** Who is being removed. @type {Set<number>} */
    this.leaving = new Set();
    this.news = '';
    /** @type {FollowerChanges} */
    this._changes;
  }

  /** @param {import('lit').PropertyValues<this>} changed */
  willUpdate(changed) {
    if (changed.has('ticket') && changed.get('ticket')?.uuid !== this.ticket.uuid) {
      this._changes?.flush();
      this.isPicking = false;
      this._changes = new FollowerChanges(
        this.desk.api,
        this.ticket.uuid,
        ({ participants, failures }) => this._changed(participants, failures[0]?.message ?? ''),
        (failed) => this._changed(null, reason(failed)),
      );
    }
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this._changes?.flush();
  }

  /** @param {Participant[] | null} participants @param {string} problem */
  _changed(participants, problem) {
    this.leaving = new Set();
    this.news = problem ? `Not changed: ${problem}.` : '';
    if (participants) {
      this.news ||= plural(participants.length, 'follower');
      this.dispatchEvent(new CustomEvent('changed', { detail: participants }));
    }
  }

  /** @param {Participant} person */
  _remove(person) {
    this.leaving = new Set(this.leaving).add(person.id);
    this._changes.remove(person.id);
  }

  get _mayAdd() {
    const { may } = this.ticket.mine;
    return may.includes('add_follower') || may.includes('add_follower_who_sees');
  }

  render() {
    return html`<section class="card followers" aria-labelledby="followers">
      <div class="card-head">
        <h2 id="followers">${eye}Followers <span class="count">${count(this.participants.length)}</span></h2>
        ${this._mayAdd
          ? html`<button
              type="button"
              class="button small"
              aria-label=${this.isPicking ? 'Done adding followers' : 'Add followers'}
              aria-expanded=${this.isPicking}
              @click=${() => (this.isPicking = !this.isPicking)}
            >
              ${this.isPicking ? 'Done' : html`${plus}Add`}
            </button>`
          : nothing}
      </div>
      ${this.isPicking
        ? html`<follower-picker
            .desk=${this.desk}
            .uuid=${this.ticket.uuid}
            @pick=${(/** @type {CustomEvent<Participant>} */ event) => this._changes.add(event.detail.id)}
            @unpick=${(/** @type {CustomEvent<Participant>} */ event) => this._changes.remove(event.detail.id)}
            @done=${this._done}
          ></follower-picker>`
        : nothing}
      <p role="status" class=${this.news.startsWith('Not') ? 'failed' : 'hidden'}>${this.news}</p>
      ${this.participants.length === 0
        ? html`<p class="faint">Nobody follows this ticket yet.</p>`
        : html`<ul class="follower-list" aria-labelledby="followers">
            ${repeat(this.participants, ({ id }) => id, (person) => this._follower(person))}
          </ul>`}
    </section>`;
  }

  async _done() {
    this.isPicking = false;
    await this.updateComplete;
    /** @type {HTMLElement | null} */ (this.querySelector('.card-head button'))?.focus();
  }

  /** @param {Participant} person */
  _follower(person) {
    const isMe = person.id === this.desk.me;
    return html`<li class=${this.leaving.has(person.id) ? 'leaving' : ''}>
      ${avatar(person)}
      <span class="person">${fullName(person)}${isMe ? ' (you)' : ''}<small>${person.email}</small></span>
      ${this.ticket.mine.may.includes('remove_follower') && !isMe
        ? html`<button
            type="button"
            class="button quiet square"
            aria-label="Remove ${fullName(person)}"
            title="Remove"
            @click=${() => this._remove(person)}
          >
            ${close}
          </button>`
        : nothing}
    </li>`;
  }
}

customElements.define('followers-panel', FollowersPanel);
