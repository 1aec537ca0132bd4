/**
 * @import { Api } from './api.js'
 * @import { BulkResult, Participant } from './wire.js'
 */

const PAUSE = 300;

/**
 * Followers that come and go by clicks. Clicks that follow each other within 300 ms become one call, and those that undo each
 * other none. One call waits for the other, so that the last click has the last word.
 */
export class FollowerChanges {
  /**
   * @param {Api} api
   * @param {string} uuid of the conversation
   * @param {(done: { participants: Participant[], failures: BulkResult[] }) => void} onDone told after each call
   * @param {(failed: unknown) => void} onFailed told when there was no answer to it
   */
  constructor(api, uuid, onDone, onFailed) {
    this._api = api;
    this._uuid = uuid;
    this._onDone = onDone;
    this._onFailed = onFailed;
    /** @type {Map<number, boolean>} */
    this._wanted = new Map();
    /** @type {ReturnType<typeof setTimeout> | undefined} */
    this._timer = undefined;
    this._before = Promise.resolve();
  }

  /**
   * Wants somebody to follow.
   *
   * @param {number} user
   */
  add(user) {
    this._want(user, true);
  }

  /**
   * Wants somebody to follow no longer.
   *
   * @param {number} user
   */
  remove(user) {
    this._want(user, false);
  }

  /** @param {number} user @param {boolean} follows */
  _want(user, follows) {
    if (this._wanted.get(user) === !follows) {
      this._wanted.delete(user);
    } else {
      this._wanted.set(user, follows);
    }
    clearTimeout(this._timer);
    this._timer = setTimeout(() => this.flush(), PAUSE);
  }

  /** Does at once what is wanted, after what was wanted before. */
  flush() {
    clearTimeout(this._timer);
    const wanted = [...this._wanted];
    this._wanted.clear();
    if (wanted.length > 0) {
      this._before = this._before.then(() => this._do(wanted));
    }
    return this._before;
  }

  /** @param {[number, boolean][]} wanted */
  async _do(wanted) {
    try {
      this._onDone(await this._change(wanted));
    } catch (failed) {
      this._onFailed(failed);
    }
  }

  /** @param {[number, boolean][]} wanted */
  async _change(wanted) {
    const results = [
      ...(await this._call(wanted, true, 'add')),
      ...(await this._call(wanted, false, 'remove')),
    ];
    return {
      participants: await this._api.participants(this._uuid),
      failures: results.filter((result) => result.status === 'error'),
    };
  }

  /**
   * @param {[number, boolean][]} wanted
   * @param {boolean} follows
   * @param {'add' | 'remove'} action
   */
  async _call(wanted, follows, action) {
    const users = wanted.filter(([, wants]) => wants === follows).map(([user]) => user);
    return users.length === 0 ? [] : (await this._api.changeFollowers(this._uuid, users, action)).results;
  }
}
