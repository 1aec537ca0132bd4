import { html, nothing } from 'lit';
import { live } from 'lit/directives/live.js';
import { avatar } from '../shell/avatar.js';
import { plural } from '../shell/format.js';
import { lock } from '../shell/icons.js';
import { fullName } from '../shell/people.js';
import { View } from '../shell/view.js';
import { candidates, complete, mentionAt, mentioned } from './mentions.js';

/**
 * @import { OpenedConversation, Participant } from '../../client/wire.js'
 * @import { Desk } from '../shell/desk.js'
 * @import { Draft } from './drafts.js'
 */

/** While somebody writes, others are told that often at most. */
const TELL_EVERY = 3_000;
const FOR_COLLEAGUES = 'Only colleagues see this. @ mentions one.';
const FOR_THE_CUSTOMER = 'The customer gets this. @ mentions a colleague.';

/**
 * The box for a reply to the customer or a note to colleagues, whichever somebody may write, with mentions. Tells `posted` with
 * the message.
 *
 * @see https://www.w3.org/WAI/ARIA/apg/patterns/combobox/
 */
export class MessageComposer extends View {
  static properties = {
    desk: { attribute: false },
    ticket: { attribute: false },
    options: { state: true },
    active: { state: true },
  };

  constructor() {
    super();
    /** @type {Desk} */
    this.desk;
    /** @type {OpenedConversation} */
    this.ticket;
    /** @type {Draft} */
    this.draft;
    this._prefersNote = false;
    this._stop = () => {};
    /** @type {Participant[]} */
    this.options = [];
    this.active = 0;
    this._toldAt = 0;
    this.onLeaving(() => this._tell(false), () => this._stop());
  }

  get _mayReply() {
    return this.ticket.mine.may.includes('reply');
  }

  get _mayNote() {
    return this.ticket.mine.may.includes('post_note');
  }

  /** Whether what is written may be sent as what it is. */
  get _mayWrite() {
    return this.draft.isNote ? this._mayNote : this._mayReply;
  }

  /**
   * What somebody may write can change while they write. What was begun as a note stays one: nothing that is meant for
   * colleagues goes to the customer unless its writer says so.
   *
   * @param {import('lit').PropertyValues<this>} changed
   */
  willUpdate(changed) {
    if (changed.has('ticket') && this.ticket.uuid !== this.draft?.uuid) {
      this._open(this.desk.drafts.of(this.ticket.uuid));
    }
    if (!this.draft.text) {
      this.draft.isNote = !this._mayReply || this._prefersNote;
    }
  }

  /** @param {Draft} draft */
  _open(draft) {
    this.draft = draft;
    this._prefersNote = draft.text !== '' && draft.isNote;
    if (!draft.text) {
      draft.problem = '';
    }
    this._stop();
    this._stop = draft.on('changed', () => this.requestUpdate());
  }

  /** @param {boolean} isNote */
  _switchTo(isNote) {
    this._prefersNote = isNote;
    this.draft.change({ isNote });
  }

  /** @returns {HTMLTextAreaElement} */
  get _box() {
    return /** @type {HTMLTextAreaElement} */ (this.querySelector('textarea'));
  }

  render() {
    if (!this._mayReply && !this._mayNote) {
      return html`<p class="composer-closed faint">${lock}You can read this ticket, and not write in it.</p>`;
    }
    const { isNote, text, busy } = this.draft;
    const label = isNote ? 'Note to colleagues' : `Reply to ${this.ticket.customer.first_name}`;
    return html`<form class="composer ${isNote ? 'note' : ''}" aria-label=${label} @submit=${this._submit}>
      ${this._mayReply || !isNote ? this._switch() : html`<p class="composer-kind">${lock}Internal note</p>`}
      <div class="composer-box">
        <textarea
          rows="3"
          aria-label=${label}
          placeholder=${isNote ? FOR_COLLEAGUES : FOR_THE_CUSTOMER}
          aria-autocomplete="list"
          aria-controls="mentions"
          aria-activedescendant=${this.options[this.active] ? `mention-${this.active}` : nothing}
          .value=${live(text)}
          ?readonly=${busy}
          @input=${this._typed}
          @keydown=${this._keys}
          @blur=${() => (this.options = [])}
        ></textarea>
        ${this._mentions()}
      </div>
      <div class="composer-foot">
        <p role="status" class=${this._problem ? 'failed' : 'hidden'}>
          ${this._problem || (this.options.length > 0 ? `${plural(this.options.length, 'colleague')} to mention` : '')}
        </p>
        <button type="submit" class="button primary" ?disabled=${busy || !this._mayWrite || !text.trim()}>
          ${isNote ? 'Add note' : 'Send reply'}
        </button>
      </div>
    </form>`;
  }

  get _problem() {
    return this._mayWrite ? this.draft.problem : `You may no longer write ${this.draft.isNote ? 'notes' : 'replies'} here.`;
  }

  _switch() {
    const { isNote } = this.draft;
    return html`<div class="segments" role="group" aria-label="What to write">
      <button type="button" aria-pressed=${!isNote} ?disabled=${!this._mayReply} @click=${() => this._switchTo(false)}>
        Reply
      </button>
      <button type="button" aria-pressed=${isNote} ?disabled=${!this._mayNote} @click=${() => this._switchTo(true)}>
        ${lock}Note
      </button>
    </div>`;
  }

  _mentions() {
    return html`<ul id="mentions" class="options" role="listbox" aria-label="Colleagues" ?hidden=${this.options.length === 0}>
      ${this.options.map(
        (agent, at) => html`<li
          id="mention-${at}"
          role="option"
          aria-selected=${at === this.active}
          @mousedown=${(/** @type {Event} */ event) => this._choose(event, agent)}
        >
          ${avatar(agent)}<span>${fullName(agent)}<small>${agent.email}</small></span>
        </li>`,
      )}
    </ul>`;
  }

  _typed() {
    const text = this._box.value;
    this.draft.change({ text });
    const beginning = mentionAt(text, this._box.selectionStart);
    this.options = beginning === null ? [] : candidates(this.desk.people.agents, beginning);
    this.active = 0;
    this._tell(text !== '');
  }

  /** @param {KeyboardEvent} event */
  _keys(event) {
    const { options } = this;
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      this._submit(event);
    } else if (options.length > 0) {
      if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
        event.preventDefault();
        this.active = (this.active + (event.key === 'ArrowDown' ? 1 : options.length - 1)) % options.length;
      } else if (event.key === 'Enter' || event.key === 'Tab') {
        this._choose(event, /** @type {Participant} */ (options[this.active]));
      } else if (event.key === 'Escape') {
        event.preventDefault();
        this.options = [];
      }
    }
  }

  /** @param {Event} event @param {Participant} agent */
  async _choose(event, agent) {
    event.preventDefault();
    const completed = complete(this.draft.text, this._box.selectionStart, agent);
    this.draft.chosen.add(agent.id);
    this.draft.change({ text: completed.text });
    this.options = [];
    await this.updateComplete;
    this._box.focus();
    this._box.setSelectionRange(completed.caret, completed.caret);
  }

  /** @param {Event} event */
  async _submit(event) {
    event.preventDefault();
    const { draft } = this;
    const text = draft.text.trim();
    if (draft.busy || !this._mayWrite || !text) return;
    const mentions = mentioned(this.desk.people.agents, text, draft.chosen);
    const message = { message: text, private: draft.isNote, mentions };
    const key = draft.send(message);
    try {
      const posted = await this.desk.api.post(draft.uuid, message, key);
      this.dispatchEvent(new CustomEvent('posted', { detail: posted }));
      draft.sent();
      this._tell(false);
    } catch (failed) {
      draft.failed(failed);
      if (!this.isConnected) {
        this.desk.unsent.emit('failed', draft);
      }
    }
  }

  /** @param {boolean} isTyping */
  _tell(isTyping) {
    const now = Date.now();
    if (isTyping ? now - this._toldAt < TELL_EVERY : this._toldAt === 0) return;
    this._toldAt = isTyping ? now : 0;
    this.desk.socket.send({
      type: 'typing',
      data: { conversation_uuid: this.ticket.uuid, is_typing: isTyping, is_private_message: this.draft.isNote },
    });
  }
}

customElements.define('message-composer', MessageComposer);
