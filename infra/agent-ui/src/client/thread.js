import { Emitter } from './emitter.js';
import { unimportant } from './problem.js';

/**
 * @import { Api } from './api.js'
 * @import { Message } from './wire.js'
 */

/**
 * The messages of one conversation, oldest first, each once, and whole once it was. Tells `changed` whenever there are others.
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
    /** What was known when a catch-up began that is not done. @type {Set<string> | null} */
    this._known = null;
    /** Posted, and neither heard nor fetched since. @type {Set<string>} */
    this._posted = new Set();
  }

  /**
   * Fetches the newest; after a loss, back to what was known before it. What is heard meanwhile is no sign that nothing is
   * missing before it, and neither is what one posted oneself or what an attempt fetched that broke off.
   */
  async catchUp() {
    const uuids = this.messages.map(({ uuid }) => uuid);
    const known = (this._known ??= new Set(uuids.filter((uuid) => !this._posted.has(uuid))));
    for (let page = 1; ; page++) {
      const { results, total_pages: pages } = await this._api.messages(this._uuid, page);
      this._merge(results);
      results.forEach(({ uuid }) => this._posted.delete(uuid));
      this._pages = Math.max(this._pages, page);
      this.hasOlder = this._pages < pages;
      this.emit('changed', undefined);
      if (known.size === 0 || page >= pages || results.some(({ uuid }) => known.has(uuid))) {
        break;
      }
    }
    if (this._known === known) {
      this._known = null;
    }
  }

  /** Fetches the page before; the same one if it is on its way already. */
  async older() {
    const page = this._pages + 1;
    const { results, total_pages: pages } = await this._api.messages(this._uuid, page);
    this._pages = Math.max(this._pages, page);
    this._merge(results);
    this.hasOlder = this._pages < pages;
    this.emit('changed', undefined);
  }

  /**
   * Fetches all of a message of which a page showed a part, if it stands where it did; else what stands there now.
   *
   * @param {string} uuid of a message that is here
   */
  async whole(uuid) {
    const newer = this.messages.length - this.messages.findIndex((message) => message.uuid === uuid);
    const { results } = await this._api.messages(this._uuid, newer, 1);
    this._merge(results);
    this.emit('changed', undefined);
  }

  /**
   * Takes a message that came back from posting it, perhaps while the socket was lost.
   *
   * @param {Message} message
   */
  posted(message) {
    if (message.conversation_uuid === this._uuid) {
      if (!this.messages.some(({ uuid }) => uuid === message.uuid)) {
        this._posted.add(message.uuid);
      }
      this._merge([message]);
      this.emit('changed', undefined);
    }
  }

  /**
   * Takes a message that came over the socket.
   *
   * @param {Message} message
   */
  accept(message) {
    if (message.conversation_uuid === this._uuid) {
      this._posted.delete(message.uuid);
      this._merge([message]);
      this.emit('changed', undefined);
      if (message.meta.truncated) {
        unimportant(this.catchUp());
      }
    }
  }

  /** @param {Message[]} messages */
  _merge(messages) {
    const all = new Map(this.messages.map((message) => [message.uuid, message]));
    messages.forEach((message) => {
      const known = all.get(message.uuid);
      if (!known || known.meta.truncated || !message.meta.truncated) {
        all.set(message.uuid, message);
      }
    });
    this.messages = [...all.values()].sort((one, other) => one.created_at.localeCompare(other.created_at));
  }
}
