import { html, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { avatar } from '../shell/avatar.js';
import { lock } from '../shell/icons.js';
import { fullName } from '../shell/people.js';
import { empty, reason } from '../shell/states.js';
import '../shell/time-ago.js';
import { View } from '../shell/view.js';
import './message-composer.js';
import './typing-line.js';

/**
 * @import { Message, OpenedConversation } from '../../client/wire.js'
 * @import { Thread } from '../../client/thread.js'
 * @import { Desk } from '../shell/desk.js'
 */

const KINDS = { incoming: 'Customer', outgoing: 'Reply', note: 'Internal note' };

/** What was said, and the box to say more. */
export class ThreadView extends View {
  static properties = {
    desk: { attribute: false },
    thread: { attribute: false },
    ticket: { attribute: false },
    problem: { state: true },
  };

  constructor() {
    super();
    /** @type {Desk} */
    this.desk;
    /** @type {Thread} */
    this.thread;
    /** @type {OpenedConversation} */
    this.ticket;
    this.problem = '';
    this._stop = () => {};
  }

  /** @param {import('lit').PropertyValues<this>} changed */
  willUpdate(changed) {
    if (changed.has('thread')) {
      this._stop();
      this._stop = this.thread.on('changed', () => this.requestUpdate());
      this.onLeaving(this._stop);
    }
  }

  render() {
    const { messages, hasOlder } = this.thread;
    return html`<section class="thread" aria-label="Conversation">
      ${hasOlder
        ? html`<button type="button" class="button older" @click=${this._older}>Show older messages</button>`
        : nothing}
      <p role="status" class=${this.problem ? 'failed' : 'hidden'}>${this.problem}</p>
      ${messages.length === 0 ? empty(nothing, 'Nothing was said yet') : nothing}
      <div role="log" aria-label="Messages">
        <ol class="messages">
          ${repeat(messages, (message) => message.uuid, (message) => this._message(message))}
        </ol>
      </div>
      <typing-line .desk=${this.desk} .uuid=${this.ticket.uuid}></typing-line>
      <message-composer
        .desk=${this.desk}
        .ticket=${this.ticket}
        @posted=${(/** @type {CustomEvent<Message>} */ event) => this.thread.posted(event.detail)}
      ></message-composer>
    </section>`;
  }

  async _older() {
    try {
      await this.thread.older();
      this.problem = '';
    } catch (failed) {
      this.problem = reason(failed);
    }
  }

  /** @param {Message} message */
  async _whole({ uuid }) {
    try {
      await this.thread.whole(uuid);
      this.problem = '';
    } catch (failed) {
      this.problem = reason(failed);
    }
  }

  /** @param {Message} message */
  _message(message) {
    const author = this.desk.people.find(message.sender_id);
    const mine = message.sender_id === this.desk.me;
    return html`<li class="message ${message.type}">
      ${avatar(author)}
      <div class="message-body">
        <p class="message-head">
          <strong>${mine ? 'You' : fullName(author)}</strong>
          <span class="kind">${message.type === 'note' ? lock : nothing}${KINDS[message.type]}</span>
          <time-ago .time=${message.created_at}></time-ago>
        </p>
        <p class="message-text">${message.text_content}</p>
        ${message.meta.truncated
          ? html`<button type="button" class="button" @click=${() => this._whole(message)}>Show the rest of this message</button>`
          : nothing}
      </div>
    </li>`;
  }
}

customElements.define('thread-view', ThreadView);
