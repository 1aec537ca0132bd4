import { Emitter } from './emitter.js';
import { unimportant } from './problem.js';

/**
 * @import { Api } from './api.js'
 * @import { Message } from './wire.js'
 */

/**
 * The messages of one conversation, oldest first, each once. Tells `changed` whenever there are others.
 *
 * @extends {Emitter<{ changed: void }>}
 */
export class Thread extends Emitter {
  /** @param {Api} api @param {string} uuid of the conversation */
  constructor(api, uuid) {
    super();
    this._api = api;
    this._uuid = uuid;
    /** @type {Message[]} */
    this.messages = [];
    this.hasOlder = false;
    this._pages = 0;
  }

  /** Fetches the newest; after a loss, back to what is known. */
  async catchUp() {
    const known = this.messages.length > 0;
    for (let page = 1; ; page++) {
      const { results, total_pages: pages } = await this._api.messages(this._uuid, page);
      const gap = results.length > 0 && !results.some((message) => this._has(message));
      this._merge(results);
      this._pages = Math.max(this._pages, page);
      this.hasOlder = this._pages < pages;
      if (!known || !gap || page >= pages) {
        break;
      }
    }
    this.emit('changed', undefined);
  }

  /** Fetches the page before. */
  async older() {
    const { results, total_pages: pages } = await this._api.messages(this._uuid, this._pages + 1);
    this._pages++;
    this._merge(results);
    this.hasOlder = this._pages < pages;
    this.emit('changed', undefined);
  }

  /**
   * Takes a message that came over the socket, or back from posting it.
   *
   * @param {Message} message
   */
  accept(message) {
    if (message.conversation_uuid === this._uuid) {
      this._merge([message]);
      this.emit('changed', undefined);
      if (message.meta.truncated) {
        unimportant(this.catchUp());
      }
    }
  }

  /** @param {Message} message */
  _has(message) {
    return this.messages.some((other) => other.uuid === message.uuid);
  }

  /** @param {Message[]} messages */
  _merge(messages) {
    const all = new Map(this.messages.map((message) => [message.uuid, message]));
    messages.forEach((message) => all.set(message.uuid, message));
    this.messages = [...all.values()].sort((one, other) => one.created_at.localeCompare(other.created_at));
  }
}
